/** Office documents are ZIP files: written again with the report’s date, so that the same report gives the same bytes. */
import { unzipSync, type Zippable, zipSync } from 'fflate'

/**
 * The same entries in the same order, all dated from the day of the report.
 *
 * @param day ISO day
 * @param rewrite changes the content of an entry
 */
export function zipAt(
  bytes: Uint8Array,
  day: string,
  rewrite: (name: string, content: Uint8Array) => Uint8Array = (_, content) => content,
): Uint8Array {
  const mtime = new Date(`${day}T12:00:00`)
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    // The type of an OpenDocument file is read from its first, uncompressed entry
    const isPlain = name === 'mimetype' || /\.(png|odttf)$/.test(name)
    entries[name] = [rewrite(name, content), { mtime, level: isPlain ? 0 : 6 }]
  }
  return zipSync(entries)
}
