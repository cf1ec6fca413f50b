-- Without arguments the same GET again and again; with a file of paths, a prefix for keys and a pause in milliseconds
-- check-ins to these paths in turns.
local paths, prefix, pause, sent = {}, "", 0, 0

function init(args)
  if args[1] then
    for path in io.lines(args[1]) do
      paths[#paths + 1] = path
    end
    prefix, pause = args[2], tonumber(args[3])
    request = check_in
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

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("requests=%d micros=%d failed=%d p50=%d p99=%d\n", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
