import { expect, test } from 'vitest'
import type { Logged } from '../../../../api/evidence/action-log/log.ts'
import { storedOf } from '../../../../api/evidence/action-log/log.ts'
import { logPageOf } from '../../../../api/evidence/action-log/page.ts'
import { readTable, tableText } from '../../../../api/evidence/action-log/table.ts'
import { emptyEntry, type LogEntry } from '../../../../surveys/action-log/entry.ts'
import { communes } from '../../../../surveys/authority/territory.ts'
import { mostSlowness, slowness } from '../../../machine/repetitive.ts'

const today = '2026-03-12'
const place = communes()[0]!
const read = (text: string, all: Logged[] = [], areOthers = false) => readTable(text, all, areOthers, today)
const inLog = (id: string, entry: LogEntry): Logged => ({
  id,
  revision: 1,
  value: { entry: storedOf(entry), hasName: false, by: 'a', name: 'A', at: '', history: [], removed: null, exit: null },
})
const id = '11111111-1111-4111-8111-111111111111'
const entry: LogEntry = {
  ...emptyEntry('2026-03-10'),
  activity: 'Café ; « échanges »',
  commune: place.insee,
  pilot: '=CTG',
  partners: ['École', 'Crèche'],
  present: 14,
  ages: { child: 8, adult: 6 },
  origins: { outside: 2 },
  families: 5,
  hours: 2.5,
  cost: 1204.5,
  note: 'Une note,\nsur deux lignes',
  objectives: [1, 2],
  action: 1,
  repeats: 'month',
}

test('French headings, French days and French numbers are read; what is not known is said', () => {
  const { rows, ignored } = read(
    `Date\tActivité\tLieu\tPrésents\tDurée\tObjectifs\tMétéo\n12/3/26\tAtelier\t${place.name.toUpperCase()}\t1 204\t2 h 30\t1, 2\tbeau`,
  )
  expect(ignored).toEqual(['Météo'])
  expect(rows[0]).toMatchObject({
    outcome: 'new',
    entry: { day: '2026-03-12', commune: place.insee, present: 1204, hours: 2.5, objectives: [1, 2], state: 'done' },
  })
})

test('a row that cannot be read is refused in a sentence, and the others are taken', () => {
  const { rows } = read(
    'Date;Activité;Personnes\n31/02/2026;Atelier;4\n10/03/2026;;4\n10/03/2026;Atelier;douze\n10/03/2026;Atelier;12',
  )
  expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'new'])
  expect(rows[0]?.sentence).toContain('«\u202f31/02/2026\u202f» n’est pas un jour')
  expect(rows[2]?.sentence).toContain('«\u202fdouze\u202f»')
})

test('an empty cell is not zero, « non compté » is what it says, and a day ahead is planned', () => {
  const { rows } = read(
    'Date;Activité;Personnes\n10/03/2026;A1;\n10/03/2026;A2;0\n10/03/2026;A3;non compté\n10/04/2026;A4;',
  )
  expect(rows.map((row) => [row.entry.present, row.entry.state])).toEqual([
    [null, 'done'],
    [0, 'done'],
    [null, 'done'],
    [null, 'planned'],
  ])
})

test('what is exported is read back the same; corrected in the table, it is a correction', () => {
  const all = [
    inLog(id, entry),
    inLog(id.replace('1', '2'), {
      ...entry,
      day: '2026-03-11',
      state: 'cancelled',
      why: 'Neige',
      present: null,
      ages: {},
      origins: {},
      families: null,
    }),
  ]
  const text = tableText(all)
  expect(text).toContain("'=CTG")
  expect(read(text, all).rows.map(({ outcome }) => outcome)).toEqual(['same', 'same'])
  const [corrected] = read(text.replace('"14"', '"15"'), all).rows
  expect(corrected).toMatchObject({ outcome: 'corrected', revision: 1, entry: { ...entry, present: 15 } })
  expect(corrected?.sentence).toContain('Personnes\u202f: 14 → 15')
  // in another store it is new, under the same id
  expect(read(text).rows[0]).toMatchObject({
    outcome: 'new',
    id,
    entry: { ...entry, note: 'Une note, sur deux lignes' },
  })
})

test('a row like one of the log, or like another row, waits for a word', () => {
  const text = `Date;Activité;Commune\n10/03/2026;CAFE - echanges;${place.name}\n09/03/2026;Bal;\n09/03/2026;bal;`
  const all = [inLog(id, entry)]
  expect(read(text, all).rows.map(({ outcome }) => outcome)).toEqual(['alike', 'new', 'alike'])
  expect(read(text, all, true).rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new'])
})

test('no table, no headings, an open quotation mark: a sentence says what to do', () => {
  expect(read('').problem).not.toBe('')
  expect(read('a;b\n1;2').problem).toContain('«\u202fDate\u202f»')
  expect(read('Date;Activité').problem).toContain('ajoutez des lignes')
})

test('a page of the log takes as long whatever its notes say', () => {
  const logOf = (note: string) => Array.from({ length: 300 }, () => inLog(id, { ...entry, note }))
  const digits = '٠'.repeat(990)
  const logs = new Map([digits, ''].map((note) => [note, logOf(note)]))
  const shown = (note: string) => logPageOf(logs.get(note)!, { wanted: '2026', today, canWrite: true })
  expect(shown(digits).entries).toHaveLength(300)
  expect(slowness(shown, digits, '')).toBeLessThan(mostSlowness)
})
