// Serves one of the packages on a free port of the loopback interface, and prints the port.
const servers = {
  dynalite: async () => (await import("dynalite")).default({ createTableMs: 100 }),
  kinesalite: async () => (await import("kinesalite")).default({ createStreamMs: 100 }),
  s3rver: async () => {
    const { createServer } = await import("node:http");
    const { mkdtemp } = await import("node:fs/promises");
    const { default: S3rver } = await import("s3rver");
    const { default: account } = await import("s3rver/lib/models/account.js");
    account.DUMMY_ACCOUNT.createKeyPair("AKIDEXAMPLE", "secret");
    const directory = await mkdtemp(`${process.env.HOME}/s3rver-`);
    return createServer(new S3rver({ directory, silent: true }).callback());
  },
  fauxqs: async () => {
    const { buildApp } = await import("fauxqs");
    const app = buildApp({ logger: false });
    await app.ready();
    return app.server;
  },
};
const server = await servers[process.argv[2]]();
server.listen(0, "127.0.0.1", () => console.log(`listening on ${server.address().port}`));
