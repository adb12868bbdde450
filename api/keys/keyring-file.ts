/** The keyring file: written whole, private and on the disk before anything relies on it. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { Fault } from '../../cli/fault.ts'
import { idOfMaster, type Master } from './master.ts'

const ownFormat = 1
const File = z.strictObject({
  format: z.literal(ownFormat),
  id: z.string(),
  store: z.string(),
  masters: z
    .array(
      z
        .strictObject({
          id: z.string(),
          key: z.base64url().length(43),
          madeAt: z.string(),
          retiredAt: z.string().nullable(),
        })
        .refine(({ id, key }) => idOfMaster(key) === id),
    )
    .min(1),
})
/** The current master is the last one. */
export type KeyringFile = z.infer<typeof File>

/** The calls that change a disk. */
export type Disk = Pick<
  typeof fs,
  'openSync' | 'writeFileSync' | 'fsyncSync' | 'closeSync' | 'renameSync' | 'linkSync' | 'rmSync' | 'mkdirSync'
>

export const newFile = (store: string, master: Master): KeyringFile => ({
  format: ownFormat,
  id: randomUUID(),
  store,
  masters: [master],
})

/** The masters of a file by their ids. */
export const mastersOf = ({ masters }: KeyringFile): Map<string, Master> =>
  new Map(masters.map((master) => [master.id, master]))

/** @throws Fault when it cannot be read, is no keyring, or is of another format */
export function readKeyringFile(path: string): KeyringFile {
  let format: unknown
  try {
    const read = JSON.parse(fs.readFileSync(path, 'utf8'))
    format = read.format
    return File.parse(read)
  } catch {
    // no cause: the parser's message may quote the key
    throw new Fault(
      typeof format === 'number' && format !== ownFormat
        ? `Le trousseau de clés ${path} est d’un format (${format}) que cette version du programme ne lit pas : installez la version qui l’a fait ; rien n’a été modifié.`
        : `Le trousseau de clés ${path} ne peut pas être lu : remettez-le à sa place depuis sa copie ; sans lui, les réponses chiffrées sont illisibles.`,
    )
  }
}

/** Makes the file unless another process is faster; true when this one made it. On the disk, with its name, when it returns. */
export function makeKeyringFile(path: string, file: KeyringFile, disk: Disk = fs): boolean {
  try {
    const made = disk.mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const draft = writeDraft(path, file, disk)
    try {
      disk.linkSync(draft, path)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return false
    } finally {
      disk.rmSync(draft, { force: true })
      syncFolder(dirname(path), disk)
      if (made !== undefined) syncFolder(dirname(made), disk)
    }
  } catch (error) {
    throw new Fault(
      `Le trousseau de clés ${path} ne peut pas être créé (${(error as NodeJS.ErrnoException).code}) : indiquez par KEYRING un chemin où vous pouvez écrire.`,
      { cause: error },
    )
  }
}

/** Puts the file in the place of the former one: after a power cut one of the two is there, whole. */
export function replaceKeyringFile(path: string, file: KeyringFile, disk: Disk = fs): void {
  let draft: string | null = null
  try {
    draft = writeDraft(path, file, disk)
    disk.renameSync(draft, path)
    syncFolder(dirname(path), disk)
  } catch (error) {
    if (draft !== null) disk.rmSync(draft, { force: true })
    throw new Fault(
      `Le trousseau de clés ${path} ne peut pas être enregistré (${(error as NodeJS.ErrnoException).code}) : libérez de la place ou rendez son dossier accessible, puis recommencez ; le fichier d’avant est intact.`,
      { cause: error },
    )
  }
}

/** Moves a keyring aside under a name of its own; returns that name. */
export function setAside(path: string, store: string, disk: Disk = fs): string {
  const name = `${path}.base-${store.slice(0, 8)}`
  let aside = name
  for (let number = 2; fs.existsSync(aside); number++) aside = `${name}-${number}`
  disk.linkSync(path, aside)
  disk.rmSync(path)
  syncFolder(dirname(path), disk)
  return aside
}

/** A file that another process has just made may still be in memory alone: it goes to the disk before it is relied on. */
export function settleKeyringFile(path: string, disk: Disk = fs): void {
  try {
    const descriptor = disk.openSync(path, 'r')
    try {
      disk.fsyncSync(descriptor)
    } finally {
      disk.closeSync(descriptor)
    }
    syncFolder(dirname(path), disk)
  } catch (error) {
    // a read-only mount, or a folder that only root may list: nothing was written there just now
    if (!['EROFS', 'EINVAL', 'EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function writeDraft(path: string, file: KeyringFile, disk: Disk): string {
  const draft = `${path}.${randomUUID()}.new`
  const descriptor = disk.openSync(draft, 'wx', 0o600)
  try {
    disk.writeFileSync(descriptor, `${JSON.stringify(file, null, 2)}\n`)
    disk.fsyncSync(descriptor)
  } catch (error) {
    disk.rmSync(draft, { force: true })
    throw error
  } finally {
    disk.closeSync(descriptor)
  }
  return draft
}

function syncFolder(folder: string, disk: Disk): void {
  if (process.platform === 'win32') return
  const descriptor = disk.openSync(folder, 'r')
  try {
    disk.fsyncSync(descriptor)
  } finally {
    disk.closeSync(descriptor)
  }
}
