/** The second choice of mongodb.ts: mongo-java-server with its H2 backend, fetched once from Maven Central. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from './mongodb.ts'

const maven = 'https://repo1.maven.org/maven2'
const server = '1.47.0'
const netty = '4.2.2.Final'
const jars = [
  ['de/bwaldvogel', 'mongo-java-server-core', server],
  ['de/bwaldvogel', 'mongo-java-server-h2-backend', server],
  ['com/h2database', 'h2', '2.3.232'],
  ['org/slf4j', 'slf4j-api', '2.0.17'],
  ...['common', 'buffer', 'resolver', 'transport', 'transport-native-unix-common', 'codec-base', 'handler'].map(
    (part) => ['io/netty', `netty-${part}`, netty] as const,
  ),
] as const

// it says it is older than the driver accepts (wire version 8): the operations the store uses are the same in 9
const main = `import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.List;

public class Main {
  static class Version implements MongoVersion {
    public List<Integer> getVersionArray() { return List.of(4, 4, 0); }
    public int getWireVersion() { return 9; }
  }
  public static void main(String[] args) {
    MongoServer server = new MongoServer(new H2Backend(args[1]).version(new Version()));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    server.bind("127.0.0.1", Integer.parseInt(args[0]));
  }
}
`

/** Null without Java or without Maven Central. */
export async function javaServer(cache: string): Promise<Program | null> {
  if (spawnSync('java', ['-version']).status !== 0) return null
  const folder = join(cache, `mongo-java-server-${server}`)
  mkdirSync(folder, { recursive: true })
  for (const [group, name, version] of jars) {
    const file = join(folder, `${name}-${version}.jar`)
    if (existsSync(file)) continue
    const answer = await fetch(`${maven}/${group}/${name}/${version}/${name}-${version}.jar`).catch(() => null)
    if (!answer?.ok) return null
    writeFileSync(`${file}.${process.pid}`, new Uint8Array(await answer.arrayBuffer()))
    renameSync(`${file}.${process.pid}`, file)
  }
  writeFileSync(join(folder, 'Main.java'), main)
  return {
    name: `mongo-java-server ${server}`,
    file: 'java',
    args: (port, place) => ['-cp', join(folder, '*'), join(folder, 'Main.java'), String(port), join(place, 'base')],
  }
}
