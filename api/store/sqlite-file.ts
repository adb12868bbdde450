/** The file of the SQLite store: made whole or not at all, private, and refused when it is damaged or not ours. */
import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../../cli/fault.ts'
import { diskFull, isDiskFull } from '../../cli/full-disk.ts'

/** « CTGQ » in the header of the file: distinguishes our base from any other SQLite file. */
const applicationId = 0x43544751
/** What each shape of the base needs to become the next one; the first release has one shape. */
export const shapeSteps: readonly string[] = []
export const schemaVersion = 1 + shapeSteps.length
/** Files up to this size are read through at every start (about 0.3 s); larger ones by `npm run doctor`. */
export const checkedBytes = 256 * 1024 * 1024
/** A call waits so long for another program that holds the base. */
export const busySeconds = 5

const schema = `
  CREATE TABLE responses (
    id TEXT NOT NULL PRIMARY KEY,
    questionnaire TEXT NOT NULL,
    version INTEGER NOT NULL,
    receivedAt TEXT NOT NULL,
    trial INTEGER NOT NULL,
    digest TEXT NOT NULL,
    sealed BLOB NOT NULL,
    key TEXT,
    withdrawal TEXT
  ) STRICT;
  CREATE INDEX responses_by_questionnaire ON responses (questionnaire, id);
  CREATE INDEX responses_by_withdrawal ON responses (withdrawal) WHERE withdrawal IS NOT NULL;
  CREATE TABLE shelves (
    shelf TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (shelf, id)
  ) STRICT;
  CREATE INDEX responses_by_key ON responses (key, id) WHERE key IS NOT NULL;
  -- without rowid: rows lie in the order of their hashes, which says nothing of when they were made or spent
  CREATE TABLE codes (
    hash TEXT NOT NULL PRIMARY KEY,
    questionnaire TEXT NOT NULL,
    batch TEXT NOT NULL,
    spent INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- how often a response was changed or removed; a newcomer changes nothing that was read before
  CREATE TABLE changes (total INTEGER NOT NULL) STRICT;
  INSERT INTO changes VALUES (0);
  CREATE TRIGGER response_removed AFTER DELETE ON responses BEGIN UPDATE changes SET total = total + 1; END;
  CREATE TRIGGER response_changed AFTER UPDATE OF digest, sealed ON responses
    BEGIN UPDATE changes SET total = total + 1; END;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};`

/**
 * Makes the file when there is none. It is built aside and given its name in one step: two processes that start
 * at once end up with one base, and a file that is there but empty is always an accident.
 *
 * @throws Fault when the folder cannot be written, or when what is there cannot be used
 */
export function prepareFile(path: string): void {
  if (existsSync(path)) {
    checkFile(path)
    return
  }
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) {
    throw new Fault(
      `La base ${path} a disparu alors que son journal ${path}-wal est encore là : remettez la base (ou une sauvegarde) à sa place, ou déplacez le journal ; rien n’a été modifié.`,
    )
  }
  const draft = `${path}.${randomUUID()}.new`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    closeSync(openSync(draft, 'wx', 0o600))
    const database = new DatabaseSync(draft)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec(`BEGIN; ${schema} COMMIT`)
    database.close()
    linkOnce(draft, path)
    syncFolder(dirname(path))
  } catch (error) {
    throw new Fault(
      `La base ne peut pas être créée dans ${dirname(path)} (${(error as NodeJS.ErrnoException).code ?? 'erreur'}) : vérifiez que ce dossier existe, qu’il vous appartient et que le disque a de la place.`,
      // SQLite does not say where
      { cause: isDiskFull(error) ? diskFull(path) : error },
    )
  } finally {
    if (existsSync(draft)) rmSync(draft)
  }
}

function linkOnce(draft: string, path: string) {
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

export function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function checkFile(path: string) {
  const { size, mode, uid } = statSync(path)
  if (statSync(path).isDirectory())
    throw new Fault(`${path} est un dossier : indiquez un fichier, par exemple sqlite:${path}/questionnaires.db.`)
  if (size === 0) throw new Fault(damaged(path))
  if (process.platform === 'win32' || (mode & 0o077) === 0) return
  if (uid !== process.getuid?.()) throw new Fault(readable(path))
  chmodSync(path, 0o600)
  if ((statSync(path).mode & 0o077) !== 0) throw new Fault(readable(path))
}

const readable = (path: string) =>
  `La base ${path} peut être lue par d’autres comptes de cette machine : tapez « chmod 600 ${path} » depuis le compte qui la possède, puis relancez.`

export const waitedFor = (path: string, seconds: number) =>
  `La base ${path} est occupée par un autre programme : on attend encore ${seconds} secondes qu’il la libère.`

export const damaged = (path: string) =>
  `La base ${path} est endommagée ou n’est pas une base de questionnaires : remettez une sauvegarde à sa place, ou déplacez-la pour repartir d’une base vide ; rien n’a été modifié.`

/** What durability and secrecy stand on, and how it is read back. */
const safeSettings = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
] as const

const isSet = (database: DatabaseSync, name: string, readBack: string | number) =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0] === readBack

/** Those that are not what they must be on this connection. */
export const unsafeSettings = (database: DatabaseSync): string[] =>
  safeSettings
    .filter(([name, , readBack]) => !isSet(database, name, readBack))
    .map(([name, wanted]) => `${name} n’est pas ${wanted}`)

/** The settings are read back because SQLite ignores what it cannot do. */
export function openingPragmas(database: DatabaseSync, role: 'writer' | 'reader'): void {
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192')
  if (role === 'reader') return
  for (const [name, wanted, readBack] of safeSettings) {
    database.exec(`PRAGMA ${name} = ${wanted}`)
    if (!isSet(database, name, readBack))
      throw new Fault(
        `Le système de fichiers de la base ne permet pas le réglage ${name} = ${wanted} : placez DATA_DIR sur un disque local.`,
      )
  }
  database.exec('PRAGMA journal_size_limit = 67108864')
}

/** Null when the open base is ours and whole; else the French sentence that refuses it. */
export function shapeRefusal(database: DatabaseSync, path: string): string | null {
  const one = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]
  if (one('PRAGMA application_id') !== applicationId) return damaged(path)
  const shape = Number(one('PRAGMA user_version'))
  if (shape < 1 || shape > schemaVersion)
    return `La base ${path} est d’un format (${shape}) que cette version du programme ne lit pas : installez la version qui l’a faite, ou restaurez une sauvegarde dans une base vide ; rien n’a été modifié.`
  if (statSync(path).size <= checkedBytes && one('PRAGMA quick_check(1)') !== 'ok') return damaged(path)
  return null
}

/** True when another program holds the base, for now. */
export const isBusy = (error: unknown): boolean => [5, 6].includes((error as { errcode?: number }).errcode ?? 0)

/** A French sentence for what SQLite or the file system said when opening. */
export function refusalOf(error: unknown, path: string): string {
  if (error instanceof Fault) return error.message
  const { errcode, code } = error as { errcode?: number; code?: string }
  if (isBusy(error))
    return `La base ${path} est occupée par un autre programme : fermez-le (ou attendez la fin de sa sauvegarde), puis relancez.`
  if (errcode === 11 || errcode === 26) return damaged(path)
  return `La base ${path} ne peut pas être ouverte (${errcode ?? code ?? 'erreur'}) : vérifiez que le fichier et son dossier vous appartiennent et que le disque a de la place.`
}
