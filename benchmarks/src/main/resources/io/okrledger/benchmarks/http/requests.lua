-- Without arguments the same GET again and again; with a file of paths, a prefix for keys and a pause in milliseconds
-- check-ins to these paths in turns; with a file of answers too, GETs of these paths that are answered with nothing else.
local paths, answers, threads, prefix, pause, sent = {}, {}, {}, "", 0, 0
other = 0

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  if args[1] then
    for path in io.lines(args[1]) do
      paths[#paths + 1] = path
    end
    prefix, pause = args[2], tonumber(args[3])
    request = check_in
    if args[4] then
      for answer in io.lines(args[4]) do
        answers[answer] = true
      end
      request, response = ask, compare
    end
    if pause > 0 then
      delay = function() return pause end
    end
  end
end

local headers = { ["Content-Type"] = "application/json", ["X-Actor"] = "ada" }

function check_in()
  sent = sent + 1
  headers["Idempotency-Key"] = prefix .. "-" .. sent
  local body = '{"value":' .. sent % 1000 .. ',"confidence":' .. sent % 11 .. '}'
  return wrk.format("POST", paths[sent % #paths + 1], headers, body)
end

function ask()
  sent = sent + 1
  return wrk.format("GET", paths[sent % #paths + 1])
end

function compare(status, headers, body)
  if not answers[body] then
    other = other + 1
  end
end

function done(summary, latency)
  local errors, others = summary.errors, 0
  for _, thread in ipairs(threads) do
    others = others + thread:get("other")
  end
  io.write(string.format("requests=%d micros=%d failed=%d other=%d p50=%d p99=%d\n", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout, others,
    latency:percentile(50), latency:percentile(99)))
end
