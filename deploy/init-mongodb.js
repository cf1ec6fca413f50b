// Run by mongosh against one member: makes the replica set, and the user of the applications with its role.
// Does nothing to what exists.

const members = ["mongodb-1", "mongodb-2", "mongodb-3"];
const log = "events";
const working = ["tokens", "letters", "nodes", "turns", "grading", "errands", "projections"];
const models = [
  "catalogue-goals", "catalogue-goals-versions", "catalogue-teams", "catalogue-teams-versions",
  "catalogue-cycles", "catalogue-cycles-versions", "catalogue-objectives", "catalogue-objectives-versions",
  "catalogue-key-results", "catalogue-key-results-versions", "catalogue-check-ins", "catalogue-check-ins-versions",
  "history", "history-state", "timeline", "timeline-titles", "goalposts",
  "ownership", "ownership-versions", "ownership-tenures", "ownership-tenures-versions",
];

try {
  rs.status();
} catch (missing) {
  rs.initiate({ _id: "okr", members: members.map((host, _id) => ({ _id, host })) });
}

const deadline = Date.now() + 60_000;
while (!db.hello().isWritablePrimary && !db.hello().primary) {
  if (Date.now() > deadline) throw new Error("The replica set has elected no primary.");
  sleep(200);
}

const okr = connect(`mongodb://${members.join()}/okr-ledger?replicaSet=okr&w=majority`);

// A model that is built anew grows in a second slot.
const others = [...working, ...models, ...models.map((collection) => collection + ".green")];

// What has happened can be added to and read. Nobody, the applications included, can change or remove it.
const privileges = [
  { resource: { db: "okr-ledger", collection: log }, actions: ["find", "insert", "createIndex", "listIndexes"] },
  ...others.map((collection) => ({
    resource: { db: "okr-ledger", collection },
    actions: ["find", "insert", "update", "remove", "createIndex", "listIndexes"],
  })),
];

// Where the log is folded anew to prove the read models. A role has a say in its own database only.
const scratch = okr.getSiblingDB("okr-ledger-scratch");
const scratchPrivileges = [
  {
    resource: { db: "okr-ledger-scratch", collection: "" },
    actions: ["find", "insert", "update", "remove", "createIndex", "listIndexes", "dropDatabase"],
  },
];

const lay = (database, role, privileges) =>
  database.getRole(role)
    ? database.updateRole(role, { privileges })
    : database.createRole({ role, privileges, roles: [] });

lay(okr, "okr-application", privileges);
lay(scratch, "okr-scratch", scratchPrivileges);

const roles = [{ role: "okr-application", db: "okr-ledger" }, { role: "okr-scratch", db: "okr-ledger-scratch" }];
if (okr.getUser("okr")) {
  okr.grantRolesToUser("okr", roles);
} else {
  okr.createUser({ user: "okr", pwd: "okr", roles });
}
