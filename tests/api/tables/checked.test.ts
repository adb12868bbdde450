import { expect, test } from 'vitest'
import type { ReferenceTables, SupplyRow } from '../../../analysis/design/reference-tables.ts'
import { cellsOf, checked } from '../../../api/tables/checked.ts'
import { initialCells } from '../../../api/tables/initial.ts'
import { kindOf, kinds } from '../../../api/tables/kinds.ts'
import { parametersFrom, sliceTexts } from '../../../api/tables/reference.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { elementsIn, frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import { publishedAs } from '../../surveys/questionnaires.ts'

const kind = (name: string) => kindOf(name)!
const read = (name: string, text: string) => {
  const { cells, problems } = cellsOf(kind(name), text)
  return problems.length > 0 ? { rows: [], problems } : checked(kind(name), cells)
}
const messages = (name: string, text: string) => read(name, text).problems.map(({ message }) => message)
const zoned = communes().map(({ name }) => `${name}\tSud`)

test('zones copied from LibreOffice are read with their heading, without it, and with columns in another order', () => {
  const expected = communes().map(({ insee }) => ({ commune: insee, zone: 'Sud' }))
  expect(read('zones', `Commune\tZone\n${zoned.join('\n')}\n`)).toEqual({ rows: expected, problems: [] })
  expect(read('zones', zoned.join('\r\n'))).toEqual({ rows: expected, problems: [] })
  const turned = communes()
    .map(({ insee }) => `Sud;${insee}`)
    .join('\n')
  expect(read('zones', `\ufeffZONE;commune\n${turned}`)).toEqual({ rows: expected, problems: [] })
})

test('a cell with a line break or a quotation mark comes in as the spreadsheet meant it', () => {
  const { rows } = read('places', 'Lieu\tCommune\n"École ""Jean Jaurès"""\tLavaur\n"Salle\ndes fêtes"\tTeulat')
  expect(rows.map(({ place }) => place)).toEqual(['École "Jean Jaurès"', 'Salle des fêtes'])
})

test('communes are known by code, without accents, with « St », and a slip is guessed', () => {
  const text = (name: string) => `École A\t${name}\nÉcole B\tTeulat`
  for (const name of ['81261', 'saint lieux les lavaur', 'St-Lieux-lès-Lavaur', 'SAINT-LIEUX-LÈS-LAVAUR'])
    expect(read('places', text(name)).rows[0]?.commune).toBe('81261')
  expect(messages('places', text('Teulatt'))).toEqual([
    '« Teulatt » n’est pas une commune du territoire. Vouliez-vous dire « Teulat » ?',
  ])
  expect(messages('places', text('Toulouse'))[0]).toMatch(/Écrivez son nom ou son code INSEE/)
})

test('a duplicated commune names both lines, a missing one is named', () => {
  const twice = read('zones', `Commune\tZone\n${zoned.join('\n')}\nTeulat\tNord`)
  expect(twice.problems).toEqual([
    { line: 22, column: 'Commune', message: '« Teulat » est déjà à la ligne 18. Gardez une seule des deux lignes.' },
  ])
  const [problem] = read('zones', zoned.slice(2).join('\n')).problems
  expect(problem).toMatchObject({ line: null, message: expect.stringMatching(/Il manque 2 communes : Azas, Ambres/) })
})

test('wrong columns are named, with the ones expected', () => {
  expect(messages('zones', 'Commune\tSecteur\nTeulat\tSud')).toEqual([
    'La colonne « Secteur » n’est pas attendue. Colonnes de cette table : Commune, Zone. Renommez-la ou retirez-la.',
  ])
  expect(messages('frames', 'Zone\tPopulation\tÂge\nSud\tenfants\t3-5')[0]).toMatch(/Il manque la colonne « Effectif »/)
  expect(messages('zones', 'Teulat\tSud\t12\t13')[0]).toMatch(/La ligne 1 a 4 colonnes ; cette table en attend 2/)
})

// a note in a third column was left out, without a word
test('a cell beside the columns that the heading names is told, not lost', () => {
  expect(messages('zones', 'Commune\tZone\t\nTeulat\tSud\tà revoir')[0]).toMatch(
    /La ligne 2 dit « à revoir » dans une colonne sans titre/,
  )
  expect(messages('zones', `Commune\tZone\t\n${zoned.join('\t\n')}\t`)).toEqual([])
})

test('nothing, too much and an open quotation mark each say what to do', () => {
  expect(messages('zones', '  \n ')[0]).toMatch(/Rien n’a été collé/)
  expect(messages('zones', 'Teulat\tSud\n'.repeat(6000))[0]).toMatch(/plus de 5000 lignes/)
  expect(messages('zones', '"Teulat\tSud\nLugan\tNord')[0]).toMatch(/guillemet/)
})

test('totals that disagree are shown with both numbers', () => {
  const frame = (total: number) => `Sud\tenfants\t3-5\t118\nNord\tenfants\t3-5\t1 200\nEnsemble\tenfants\t3-5\t${total}`
  expect(read('frames', frame(1318)).problems).toEqual([])
  const [wrong] = read('frames', frame(1400)).problems
  expect(wrong).toMatchObject({ line: 3, column: 'Effectif' })
  expect(wrong!.message.replace(/\s/g, ' ')).toBe(
    '1 400 est annoncé, mais la somme des zones fait 1 318 : l’écart est de 82. Corrigez l’un des deux.',
  )
  const margins =
    'zone\tSud\tménages\t400\nzone\tNord\tménages\t600\nenfants\t1\tménages\t500\nenfants\t2 et plus\tménages\t600'
  expect(messages('margins', margins)[0]).toMatch(
    /se contredisent : « zone » compte 1.000 ménages, « enfants » en compte 1.100/,
  )
  expect(
    messages('margins', margins.replace('\t600\nenfants\t1', '\t600\nenfants\t1').replace(/\t500$/m, '\t400')),
  ).toEqual([])
})

// 200 children of « 2-4 » were added to those of « 0-2 » and « 3-5 », without a word
test('ages of one population and one zone that overlap are refused, with both lines', () => {
  const bands = 'Nord\tenfants\t0-2\t100\nNord\tenfants\t3 à 5 ans\t120\nSud\tenfants\t2-4\t80\nNord\tjeunes\t2-4\t9'
  expect(read('frames', bands).problems).toEqual([])
  const crossed = read('frames', `${bands}\nNord\tenfants\t2-4\t200`).problems
  expect(crossed).toMatchObject([{ line: 5, column: 'Âge' }])
  expect(crossed[0]!.message).toContain('« 2-4 » chevauche « 0-2 » (ligne 1) et « 3 à 5 ans » (ligne 2)')
  expect(read('frames', `${bands}\nNord\tenfants\t3-5\t120`).problems).toMatchObject([{ line: 5, column: 'Âge' }])
})

test('numbers, hours, days and shares are read as French people type them', () => {
  const [supply] = read(
    'supply',
    'Petits Pas\tcrèche\tLavaur\ttoute l’annee\tlundi au vendredi\t7h30\t18 h 30\t1 040',
  ).rows
  expect(supply).toMatchObject({ days: [1, 2, 3, 4, 5], from: 450, to: 1110, places: 1040, period: 'toute l’année' })
  expect(messages('supply', 'P\tcrèche\tLavaur\tété\tlundi\t18 h\t7 h\t')[0]).toMatch(/fermeture vient avant/)
  expect(messages('supply', 'P\tcrèche\tLavaur\tété\tlundredi\t7 h 75\t9\t')).toHaveLength(3)
  const share = (typed: string) => read('attendance', `mercredi\tmoins de 6 ans\tprobablement\t${typed}\tcomptage 2025`)
  expect(share('62,5 %').rows[0]).toMatchObject({ present: 0.625 })
  expect(share('62,5').problems[0]?.message).toMatch(/pourcentage de 0 % à 100 %/)
})

test('slices without holes and ratios with their article', () => {
  const slices = (text: string) => messages('slices', text)
  expect(slices('\t499\n500\t699\n700\t')).toEqual([])
  expect(slices('\t499\n550\t699\n700\t')[0]).toMatch(/trou entre 499 et 550/)
  expect(slices('\t499\n400\t699\n700\t')[0]).toMatch(/chevauche/)
  expect(messages('ratios', 'mercredi\tnon\ttoutes\tmoins de 6 ans\t10\t')[0]).toMatch(/« Référence » est vide/)
})

test('a table of nothing is a table not entered, and only zones and slices have a proposal', () => {
  for (const each of kinds)
    expect([each.name, initialCells(each).length > 0]).toEqual([
      each.name,
      each.name === 'zones' || each.name === 'slices',
    ])
  for (const name of ['zones', 'slices'] as const)
    expect(checked(kind(name), initialCells(kind(name))).problems).toEqual([])
  // those the questionnaires show on trial
  const proposed = initialCells(kind('slices')).map(([from, to]) => ({
    from: Number(from) || null,
    to: Number(to) || null,
  }))
  const shown = publishedAs('familles').parameters.find(({ name }) => name === 'tranches_qf')!.provisional
  expect(sliceTexts(proposed)).toEqual((shown as { text: unknown }[]).map(({ text }) => frenchOf(text)))
})

const dated = <Row>(rows: Row[]) => ({ date: '', source: '', rows })
const none = dated<never>([])
const noTables: ReferenceTables = {
  zones: { ...none, name: 'Zones', provisional: true },
  ...{ frames: none, margins: none, supply: none, places: none, slices: none, prices: none },
  ...{ ratios: none, attendance: none, costs: none },
}

test('a centre elsewhere is offered in each language, behind those of the table', () => {
  const supply = dated([{ kind: 'accueil de loisirs', service: 'Les Tilleuls' } as SupplyRow])
  const { definition } = materialise(
    founding().find(({ slug }) => slug === 'loisirs-sud')!,
    parametersFrom({ ...noTables, supply }),
  )
  const asked = elementsIn(definition).find(({ element }) => element.name === 'centres')!.element
  expect(asked.choices).toMatchObject([
    { value: 'centre_1', text: 'Les Tilleuls' },
    { value: 'hors_territoire', text: { en: 'A centre outside the area' } },
  ])
})

test('brackets and prices of the tables are said in the language of who reads them', () => {
  const values = parametersFrom({
    ...noTables,
    slices: dated([
      { name: 'A', from: null, to: 500 },
      { name: 'B', from: 501, to: 1100 },
      { name: 'C', from: 1101, to: null },
    ]),
    prices: dated([
      { level: 'bas' as const, slice: 'Moins de 501', euros: 3 },
      // a table that is pasted, or read again, has plain spaces
      { level: 'bas' as const, slice: 'De 501 à 1 100', euros: 5.5 },
    ]),
  })
  const texts = (values.tranches_qf as { text: Record<string, string> }[]).map(({ text }) => text)
  expect(texts.map(({ en }) => en)).toEqual(['Under 501', '501 to 1,100', '1,101 or more'])
  expect(texts.map(({ ar }) => ar)).toEqual(['أقل من 501', 'من 501 إلى 1,100', '1,101 أو أكثر'])
  const prices = values.tarif_a as Record<string, string>
  expect(prices.default).toBe('Moins de 501\u202f: 3\u00a0€\u202f; De 501 à 1\u202f100\u202f: 5,50\u00a0€')
  expect(prices.en).toBe('Under 501: €3; 501 to 1,100: €5.50')
  expect(prices.ar).toContain('من 501 إلى 1,100')
  // each line of them is called as the bracket given is
  expect(texts.some(({ en }) => prices.en!.startsWith(`${en}:`))).toBe(true)
})

test('the example of each kind is a good line of it', () => {
  for (const each of kinds) {
    const { problems } = checked(each, [each.example()])
    expect([each.name, problems.filter(({ line }) => line !== null)]).toEqual([each.name, []])
  }
})

// the cells were said first, and the lines given twice only once those were mended
test('all that is wrong in a table of zones is said at once, in the order of its lines', () => {
  const [first, , ...others] = zoned
  const lines = [first, first, 'Xyzzy\tNord', ...others]
  const { problems } = read('zones', lines.join('\n'))
  expect(problems.map(({ line }) => line)).toEqual([2, 3, null])
  expect(problems[0]!.message).toMatch(/est déjà à la ligne 1/)
  expect(problems[1]!.message).toMatch(/n’est pas une commune/)
  expect(problems[2]!.message).toMatch(/^Il manque 1 commune.*La ligne à corriger n’y est pas encore comptée\.$/)
})

// six cells were said first; the line given twice and the total that was wrong waited for those to be mended
test('all that is wrong in a table of numbers is said at once; a total waits for the parts it adds', () => {
  const lines = [
    'Sud\tménages\t\t400',
    'Sud\tménages\t\t',
    'Nord\tmenagez\t\t600',
    'Sud\tenfants\t3-5\t118',
    'Nord\tenfants\t3-5\tcent',
    'Sud\tjeunes\t11-17\t50',
    'Nord\tjeunes\t11-17\t60',
    'Ensemble\tjeunes\t11-17\t10',
    'Ensemble\tenfants\t3-5\t10',
  ]
  const { problems } = read('frames', lines.join('\n'))
  const at = (line: number) =>
    problems
      .filter((one) => one.line === line)
      .map(({ message }) => message)
      .join(' ')
      .replace(/\s/g, ' ')
  expect(problems.map(({ line }) => line)).toEqual([2, 2, 3, 5, 8])
  expect(at(2)).toMatch(/« Effectif » est vide.*est déjà à la ligne 1/)
  expect(at(8).replace(/\s/g, ' ')).toMatch(/la somme des zones fait 110/)
})

// « Il manque 2 communes : Ambres, … Ajoutez une ligne pour chacune. » stood beside « Ambress », the line to correct
// « Garrigues est déjà à la ligne 4 », of line 5: the line that was misspelt was not counted
test('the line where a commune stands first is its line in the table, whatever stands before it', () => {
  const lines = ['Ambress\tnord', 'Azas\tnord', 'Garrigues\tnord', 'Bannières\tnord', 'Garrigues\tsud']
  const { problems } = read('zones', lines.join('\n'))
  expect(problems.find(({ line }) => line === 5)!.message).toContain('est déjà à la ligne 3.')
})

// « ALSH Y, été, 1,2,3,4,5, 450 » was said of « lundi-vendredi » and « 7 h 30 »
test('a line that is there twice is told in the words typed', () => {
  const line = `ALSH Y\taccueil de loisirs\t${communes()[0]!.name}\tété\tlundi-vendredi\t7 h 30\t18 h\t`
  const [message] = messages('supply', [line, line].join('\n'))
  expect(message!.replace(/\s/g, ' ')).toMatch(/^« ALSH Y, été, lundi-vendredi, 7 h 30 » est déjà à la ligne 1/)
})

test('a commune that a line only misspells is not said to be missing; one that no line names is', () => {
  const [first, second, third, ...others] = zoned
  const misspelt = second!.replace('\t', 's\t')
  expect(read('zones', [first, misspelt, third, ...others].join('\n')).problems.map(({ line }) => line)).toEqual([2])
  const { problems } = read('zones', [first, misspelt, ...others].join('\n'))
  const name = (line: string) => line.split('\t')[0]!
  expect(problems.map(({ line }) => line)).toEqual([2, null])
  expect(problems[1]!.message.replace(/\s/g, ' ')).toContain(`Il manque 1 commune : ${name(third!)}. Ajoutez sa ligne.`)
  expect(problems[1]!.message).not.toContain(name(second!))
  // a good line is not blamed for what the misspelt one may have meant
  expect(read('zones', [misspelt, ...zoned].join('\n')).problems.map(({ line }) => line)).toEqual([1])
})

// the page shows a grid, and told whoever pasted it with its headings to paste the headings too
test('prices are read as the page shows them, a line a slice and a column a level, whatever its headings add', () => {
  const rows = ['bas', 'moyen', 'haut'].flatMap((level, at) => [
    { level, slice: 'De 500 à 699', euros: 10 + at },
    { level, slice: '', euros: 20.5 + at },
  ])
  const lines = 'De 500 à 699\t10\t11\t12\nToutes les tranches\t20,50\t21,50\t22,50'
  for (const heading of ['Tranche\tbas\tmoyen\thaut', 'Tranche de quotient\tPrix bas\tPrix moyen (€)\tPrix haut']) {
    const given = read('prices', `${heading}\n${lines}`)
    expect(given.problems).toEqual([])
    for (const row of rows) expect(given.rows).toContainEqual(row)
  }
  // a level may stand elsewhere, or wait for its price
  expect(read('prices', 'Tranche\thaut\tbas\tmoyen\nA\t3\t1\t').rows).toEqual([
    { level: 'bas', slice: 'A', euros: 1 },
    { level: 'haut', slice: 'A', euros: 3 },
  ])
  expect(messages('prices', 'A\t3\t1\t2')[0]).toMatch(/Tranche, bas, moyen, haut/)
})

// a headcount was told to be written « 12,50 », and to be « de 0 à 10000000 »
test('a number that is none is told as the column counts, its bounds spaced', () => {
  const margin = (count: string) => messages('margins', `Zone\tNord\tpersonnes\t${count}`).join(' ')
  expect(margin('mille')).toContain('Écrivez par exemple 1 250.')
  expect(margin('-3')).toMatch(/de 0 à 10\s000\s000\./)
  expect(messages('prices', 'moyen\tA\tdix').join(' ')).toContain('Écrivez par exemple 12,50.')
})
