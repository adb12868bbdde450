/** Office documents are ZIP files: written again with the report’s date, so that the same report gives the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/**
 * The same entries in the same order, all dated from the day of the report.
 *
 * @param day ISO day
 * @param rewrite changes the text of an XML entry
 */
export function zipAt(bytes: Uint8Array, day: string, rewrite?: (xml: string, name: string) => string): Uint8Array {
  const mtime = new Date(`${day}T12:00:00`)
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const isXml = /\.(xml|rels)$/.test(name)
    const kept = rewrite && isXml ? strToU8(rewrite(strFromU8(content), name)) : content
    // The type of an OpenDocument file is read from its first, uncompressed entry
    const isPlain = name === 'mimetype' || /\.(png|odttf)$/.test(name)
    entries[name] = [kept, { mtime, level: isPlain ? 0 : 6 }]
  }
  return zipSync(entries)
}
