/** Office documents are ZIP files: written again with the report’s date, so that the same report gives the same bytes. */
import { unzipSync, type Zippable, zipSync } from 'fflate'

export type Rewriting = {
  /** Changes the content of an entry. */
  rewrite(name: string, content: Uint8Array): Uint8Array
  /** Entries that were not there. */
  add?: Readonly<Record<string, Uint8Array>>
}

/**
 * The same entries in the same order, all dated from the day of the report.
 *
 * @param day ISO day
 */
export function zipAt(
  bytes: Uint8Array,
  day: string,
  { rewrite, add = {} }: Rewriting = { rewrite: (_, content) => content },
): Uint8Array {
  const mtime = new Date(`${day}T12:00:00`)
  const entries: Zippable = {}
  for (const [name, content] of Object.entries({ ...unzipSync(bytes), ...add })) {
    // The type of an OpenDocument file is read from its first, uncompressed entry
    const isPlain = name === 'mimetype' || /\.(png|odttf)$/.test(name)
    entries[name] = [rewrite(name, content), { mtime, level: isPlain ? 0 : 3 }]
  }
  return zipSync(entries)
}
