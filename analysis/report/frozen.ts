/** Freezes the first row of a worksheet, which the library that writes workbooks cannot do. */
import { strFromU8, strToU8 } from 'fflate'
import type { Rewriting } from './office/zip.ts'

const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'

/** @param names of all the worksheets, in order; @param frozen of those whose first row stays in sight */
export const frozenLines = (format: 'xlsx' | 'ods', names: readonly string[], frozen: readonly string[]): Rewriting =>
  format === 'xlsx' ? inXlsx(names, frozen) : inOds(frozen)

const inXlsx = (names: readonly string[], frozen: readonly string[]): Rewriting => ({
  rewrite(name, content) {
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)
    if (!sheet || !frozen.includes(names[Number(sheet[1]) - 1]!)) return content
    return strToU8(strFromU8(content).replace(/<sheetView ([^>]*)\/>/, `<sheetView $1>${pane}</sheetView>`))
  },
})

const inOds = (frozen: readonly string[]): Rewriting => ({
  rewrite(name, content) {
    if (name !== 'META-INF/manifest.xml') return content
    const entry = '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>'
    return strToU8(strFromU8(content).replace('</manifest:manifest>', `${entry}</manifest:manifest>`))
  },
  add: { 'settings.xml': strToU8(settingsOf(frozen)) },
})

/** @source OpenDocument 1.2, part 1, 3.10 and the view settings of LibreOffice Calc */
function settingsOf(frozen: readonly string[]): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  const views = frozen.map(
    (name) =>
      `<config:config-item-map-entry config:name="${name}">${[
        item('VerticalSplitMode', 'short', 2),
        item('VerticalSplitPosition', 'int', 1),
        item('ActiveSplitRange', 'short', 2),
        item('PositionTop', 'int', 0),
        item('PositionBottom', 'int', 1),
      ].join('')}</config:config-item-map-entry>`,
  )
  const named = (kind: string, name: string, inside: string) =>
    `<config:config-item-map-${kind} config:name="${name}">${inside}</config:config-item-map-${kind}>`
  const entry = `<config:config-item-map-entry>${item('ViewId', 'string', 'view1')}${named('named', 'Tables', views.join(''))}</config:config-item-map-entry>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2"><office:settings><config:config-item-set config:name="ooo:view-settings">${named('indexed', 'Views', entry)}</config:config-item-set></office:settings></office:document-settings>
`
}
