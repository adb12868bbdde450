/** `npm run data`: what the site stores, why, how long, and whether it is personal. */

import { existsSync } from 'node:fs'
import { command, print, say } from '../../cli/command.ts'
import { tableOf } from '../../cli/table.ts'
import { readConfig, storeOptions } from '../config.ts'
import { realTime } from '../http/cache.ts'
import { type Register, type RegisterLine, registerOf } from '../operations/register.ts'
import { initialSettings } from '../settings/fields.ts'
import { settingsIn } from '../settings/settings.ts'
import { openStore } from '../store/open.ts'
import { pathOf } from '../store/sqlite.ts'

await command({
  name: 'data',
  summary: 'Liste tout ce que le site enregistre : ce que c’est, pourquoi, combien de temps, personnel ou non.',
  options: { ...storeOptions, json: { type: 'boolean', help: 'écrit le registre en un seul document JSON' } },
  async run(values) {
    const register = await read(readConfig(values))
    print(values.json ? documentOf(register) : table(register))
    return register.damaged.length > 0 ? 1 : 0
  },
})

/** A base that does not exist yet is not made: the register then has no counts. */
async function read({ storeUrl }: ReturnType<typeof readConfig>): Promise<Register> {
  if (storeUrl.startsWith('sqlite:') && !existsSync(pathOf(storeUrl))) return registerOf(null, initialSettings)
  const opened = await openStore(storeUrl, say)
  try {
    return await registerOf(opened, await settingsIn(opened, realTime)().then(({ values }) => values, ifTorn))
  } finally {
    await opened.close()
  }
}

/** Settings that are torn are named with the other documents; the register shows those of the first day. */
function ifTorn(error: unknown): typeof initialSettings {
  if (error instanceof SyntaxError) return initialSettings
  throw error
}

function documentOf({ lines, damaged }: Register) {
  return {
    ok: damaged.length === 0,
    data: lines.map(({ name, kind, holds, personal, why, retention, setting, settingNow, inBackups, count }) => ({
      name,
      kind,
      holds,
      isPersonal: personal !== null,
      personal,
      why,
      retention,
      setting: setting === null ? null : { name: setting, now: settingNow },
      inBackups,
      count,
    })),
    damaged,
  }
}

function table({ lines, damaged }: Register): string {
  const widths = [24, 42, 36, 36]
  const head = ['Quoi', 'Ce que c’est, et pourquoi', 'Données personnelles', 'Combien de temps']
  const rule = widths.map((width) => '─'.repeat(width))
  const rows = lines.flatMap((line) => [
    [nameOf(line), `${line.holds}\nPourquoi\u202f: ${line.why}`, line.personal ?? 'Aucune.', retentionOf(line)],
    ['', '', '', ''],
  ])
  return `${tableOf([head, rule, ...rows], widths)}${saidOf(damaged)}`
}

function nameOf({ name, count, inBackups }: RegisterLine): string {
  const counted = count === null ? [] : [`${count} enregistré${count > 1 ? 's' : ''}`]
  return [name, ...counted, inBackups ? 'sauvegardé' : 'non sauvegardé'].join('\n')
}

function retentionOf({ retention, settingNow }: RegisterLine): string {
  return settingNow === null ? retention : `${retention} Réglé aujourd’hui\u202f: ${settingNow}.`
}

function saidOf(damaged: Register['damaged']): string {
  if (damaged.length === 0) return ''
  const places = damaged.map(({ collection, id, path }) => `  – ${collection}/${id}${path && ` (${path})`}\n`)
  return `Documents qui n’ont pas la forme attendue et ne sont pas lus\u202f; reprenez-les depuis une sauvegarde\u202f:\n${places.join('')}`
}
