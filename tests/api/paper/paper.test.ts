import { afterAll, beforeAll, expect, test } from 'vitest'
import { decryptResponse } from '../../../api/keys/encryption.ts'
import { forgetPaperLinks, paperBatchesIn, paperFormsIn } from '../../../api/paper/batches.ts'
import { compare } from '../../../api/paper/entry.ts'
import { numberIn, numberOf } from '../../../api/paper/numbers.ts'
import { collections } from '../../../api/store/collections.ts'
import { hashOf, proofOf, wordOf } from '../../../surveys/answers/withdrawal-words.ts'
import { type ReadPdf, readPdf, textOf } from '../../pdf.ts'
import { aBrowser, anOffice, type Office, type Person } from '../accounts/office.ts'
import { aSentResponse, setStatus } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'

let office: Office
let publisher: Person
let typist: Person
beforeAll(async () => {
  office = await anOffice()
  publisher = await office.placed(['publisher'])
  typist = await office.placed(['saisie'])
})
afterAll(() => office.discard())

const cookies = ({ browser }: Person) => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

async function packet(id: string, from: number, person = publisher): Promise<{ status: number; bytes: Uint8Array }> {
  const response = await fetch(`${office.url}/api/paper/batches/${id}/packets/${from}`, {
    method: 'POST',
    headers: { cookie: cookies(person) },
  })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}

async function opened(count: number, language = 'fr'): Promise<{ id: string; packet: number }> {
  const wanted = { language, count, copies: 1 }
  return (await publisher.browser.post('/api/questionnaires/garde/paper', wanted)).body as never
}

const numbersIn = (text: string) => [...new Set(text.match(/\d+-\d{3}-\d/g))]

/** The PDFs of a batch, read. */
async function printed(count: number, language = 'fr') {
  const { id, packet: size } = await opened(count, language)
  const packets: ReadPdf[] = []
  for (let from = 1; from <= count; from += size) {
    const { status, bytes } = await packet(id, from)
    expect(status).toBe(200)
    packets.push(await readPdf(bytes))
  }
  const text = packets.flatMap(({ pages }) => pages).join('\n')
  return { id, text, packets, numbers: numbersIn(text) }
}

const enter = (number: string, answers: unknown, what = '') =>
  typist.browser.post(`/api/paper/sheets/${number}${what}`, { answers })

/** The words printed after « 1 » to « 12 ». */
const codesIn = (text: string) =>
  text
    .split('Votre code')
    .slice(1)
    .map((part) => {
      const found = [...part.matchAll(/(?<!\d)(\d{1,2})\s+(\p{L}+)/gu)].filter(([, , word]) => wordOf(word!) !== null)
      const at = new Map(found.reverse().map(([, place, word]) => [Number(place), word!]))
      return Array.from({ length: 12 }, (_, place) => at.get(place + 1)!)
    })

test('a batch is a tagged PDF with a title, one number and one code for each form, and only the hash of the code is stored', async () => {
  const { text, packets, numbers } = await printed(3)
  for (const { isTagged, title } of packets) {
    expect(isTagged).toBe(true)
    expect(title).toMatch(/^La garde des enfants/)
  }
  expect(numbers).toHaveLength(3)
  const codes = codesIn(text)
  expect(codes).toHaveLength(3)
  const stored = (await paperFormsIn(office.context.store).list()).filter(({ id }) => numbers.includes(id))
  expect(stored.map(({ value }) => value.withdrawal)).toEqual(codes.map((words) => hashOf(proofOf(words))))
  // « question » may be a word of a code, and begins the name of a field
  for (const word of codes.flat())
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'))
})

test('a batch comes out in packets; one asked for again has the same numbers and other codes, until a form of it is typed', async () => {
  const { id, packet: size } = await opened(12)
  expect(size).toBe(5)
  const [first, , last] = [await packet(id, 1), await packet(id, 6), await packet(id, 11)]
  const [firstText, lastText] = [await textOf(first!.bytes), await textOf(last!.bytes)]
  expect(numbersIn(firstText)).toHaveLength(5)
  expect(numbersIn(lastText)).toHaveLength(2)
  const again = await textOf((await packet(id, 1)).bytes)
  expect(numbersIn(again)).toEqual(numbersIn(firstText))
  expect(codesIn(again)).not.toEqual(codesIn(firstText))
  const stored = await paperFormsIn(office.context.store).get(numbersIn(again)[0]!)
  expect(stored!.value.withdrawal).toBe(hashOf(proofOf(codesIn(again)[0]!)))

  expect((await packet(id, 13)).status).toBe(404)
  expect((await packet(id, 1, await office.placed(['publisher']))).status).toBe(403)
  await enter(numbersIn(again)[0]!, { garde: 'oui' })
  expect((await packet(id, 1)).status).toBe(409)
  const batch = (await paperBatchesIn(office.context.store).get(id))!
  const anHourAgo = new Date(office.clock.now.getTime() - 3_700_000).toISOString()
  await paperBatchesIn(office.context.store).put(id, { ...batch.value, at: anHourAgo }, batch.revision)
  expect((await packet(id, 6)).status).toBe(409)
})

test('a typed form and a web answer are the same stored document but for id and mode, and the code opens the typed one', async () => {
  const { text, numbers } = await printed(1)
  const number = numbers[0]!
  const answers = { garde: 'non', pourquoi: 'Trop loin' }
  expect((await typist.browser.get(`/api/paper/sheets/${number.replaceAll('-', '')}`)).body).toMatchObject({
    number,
    expects: 'first',
  })
  expect((await enter(number, answers)).status).toBe(201)
  expect((await enter(number, answers)).body).toMatchObject({ outcome: 'same' })
  expect((await enter(number, { garde: 'oui' })).body).toMatchObject({ code: 'paper-entered' })

  const web = aSentResponse({ answers })
  const stranger = aBrowser(office.url)
  expect((await stranger.ask('PUT', `/api/responses/${web.id}`, web)).status).toBe(201)
  const opened = async (id: string) =>
    decryptResponse((await office.context.store.responses.get(id!))!, office.context.keyring)
  const form = (await paperFormsIn(office.context.store).get(number))!.value
  expect(form.withdrawal).toBeNull()
  const [paper, online] = [await opened(form.id!), await opened(web.id)]
  expect({ ...paper, id: '', mode: '', receivedAt: '' }).toEqual({ ...online, id: '', mode: '', receivedAt: '' })
  expect(paper.mode).toBe('paper')

  const read = await stranger.post('/api/withdrawals', { proof: proofOf(codesIn(text)[0]!) })
  expect(read.body.sheet).toMatchObject({ answers })
})

test('a form in simplified French is stored as French, and counted', async () => {
  const { numbers } = await printed(1, 'fr-facile')
  await enter(numbers[0]!, { garde: 'oui' })
  await enter(numbers[0]!, { garde: 'oui' })
  const { id, language } = (await paperFormsIn(office.context.store).get(numbers[0]!))!.value
  const row = (await office.context.store.responses.get(id!))!
  expect((await decryptResponse(row, office.context.keyring)).language).toBe('fr')
  // beside the id of the response it would say the same
  expect(language).toBe('fr')
  expect((await office.context.store.collection(collections.uses).get('easy'))?.value).toBe(1)
})

test('a wrong figure, an unknown form and answers outside the questionnaire are refused, and nothing is stored', async () => {
  const { numbers } = await printed(1)
  const wrong = numbers[0]!.replace(/\d$/, (figure) => String((Number(figure) + 1) % 10))
  expect((await typist.browser.get(`/api/paper/sheets/${wrong}`)).body).toMatchObject({ code: 'paper-number' })
  const unknown = numberOf(999, 1)
  expect((await typist.browser.get(`/api/paper/sheets/${unknown}`)).body).toMatchObject({ code: 'paper-unknown' })
  expect((await enter(numbers[0]!, { garde: 'peut-être' })).body).toMatchObject({ code: 'answers-refused' })
  expect((await paperFormsIn(office.context.store).get(numbers[0]!))!.value.first).toBeNull()
})

// a required question left blank on the sheet could never be typed
test('a question that screens require may be left blank on paper, in each entry; the web still asks for it', async () => {
  const { numbers } = await printed(10)
  const sampled: string[] = []
  for (const number of numbers) {
    const { status, body } = await enter(number, { garde: null })
    expect([status, body.code]).toEqual([201, undefined])
    if (body.isSampled) sampled.push(number)
  }
  const [number] = sampled as [string]
  expect((await enter(number, { garde: 'oui' }, '/again')).body.different).toEqual(['garde'])
  expect((await enter(number, { garde: null }, '/settle')).status).toBe(200)
  const { id } = (await paperFormsIn(office.context.store).get(number))!.value
  const { answers } = await decryptResponse((await office.context.store.responses.get(id!))!, office.context.keyring)
  expect(answers).toEqual({ garde: null })

  const web = aSentResponse({ answers: { garde: null } })
  const send = async (mode: 'web' | 'paper') =>
    (await aBrowser(office.url).ask('PUT', `/api/responses/${web.id}`, { ...web, mode })).body.code
  expect([await send('web'), await send('paper')]).toEqual(['answers-refused', 'sheet-refused'])
})

test('one form in ten is typed twice without seeing the first entry; the discrepancies are counted and put right', async () => {
  const { numbers } = await printed(10)
  const sampled: string[] = []
  for (const number of numbers) {
    const { body } = await enter(number, { garde: 'oui' })
    if (body.isSampled) sampled.push(number)
    else expect((await enter(number, { garde: 'oui' }, '/again')).body).toMatchObject({ code: 'paper-not-waiting' })
  }
  expect(sampled).toHaveLength(1)
  const [number] = sampled as [string]
  expect((await typist.browser.get(`/api/paper/sheets/${number}`)).text).not.toContain('oui')
  const again = await enter(number, { garde: 'non', pourquoi: null }, '/again')
  expect(again.body).toEqual({ compared: 2, different: ['garde', 'pourquoi'] })
  // not once the results are frozen
  await setStatus(office.context, 'closed', '2026-01-01T22:59:59.000Z')
  await aMomentLater()
  expect((await enter(number, { garde: 'oui' }, '/settle')).body.code).toBe('questionnaire-closed')
  await setStatus(office.context, 'open')
  await aMomentLater()
  // left there, it can be put right another day
  expect((await typist.browser.get(`/api/paper/sheets/${number}`)).body).toMatchObject({ expects: 'settle' })
  expect((await enter(number, { garde: 'non', pourquoi: null }, '/settle')).status).toBe(200)
  expect((await enter(number, { garde: 'oui' }, '/settle')).body).toMatchObject({ code: 'paper-not-waiting' })
  expect((await typist.browser.get(`/api/paper/sheets/${number}`)).body).toMatchObject({ expects: 'nothing' })
  const { id } = (await paperFormsIn(office.context.store).get(number))!.value
  expect(
    (await decryptResponse((await office.context.store.responses.get(id!))!, office.context.keyring)).answers.garde,
  ).toBe('non')
  const { batches } = (await typist.browser.get('/api/paper')).body as { batches: Record<string, unknown>[] }
  expect(batches[0]).toMatchObject({
    count: 10,
    entered: 10,
    again: 1,
    waiting: 0,
    unsettled: 0,
    compared: 2,
    different: 2,
  })
})

// number, id of the response, who typed it and when stayed side by side for as long as the responses
test('after the freeze nothing leads from a sheet to a response, and what was typed stays counted', async () => {
  const { id: batch, numbers } = await printed(10)
  const sampled: string[] = []
  for (const number of numbers.slice(1)) {
    const { body } = await enter(number, { garde: 'oui' })
    if (body.isSampled) sampled.push(number)
  }
  const sheets = async () =>
    (await paperFormsIn(office.context.store).list()).filter(({ value }) => value.batch === batch)
  const ids = (await sheets()).map(({ value }) => value.id!)
  await forgetPaperLinks(office.context)
  expect((await sheets()).map(({ value }) => value.id)).toEqual(ids)
  await setStatus(office.context, 'closed', '2026-01-01T22:59:59.000Z')
  await aMomentLater()
  for (const number of sampled)
    expect((await enter(number, { garde: 'oui' }, '/again')).body.code).toBe('questionnaire-closed')
  await forgetPaperLinks(office.context)
  const left = JSON.stringify(await sheets())
  for (const id of ids) expect(left).not.toContain(id)
  expect(left).not.toContain(typist.login)
  expect(left).not.toContain(office.clock.now.toISOString().slice(0, 10))
  const forms = (await sheets()).map(({ value }) => value)
  expect(forms.filter(({ withdrawal }) => withdrawal !== null)).toEqual([])
  const { batches } = (await typist.browser.get('/api/paper')).body as { batches: Record<string, unknown>[] }
  expect(batches.find(({ id }) => id === batch)).toMatchObject({ printed: 10, entered: 9, waiting: 0 })
  expect((await enter(numbers[1]!, { garde: 'oui' })).body.code).toBe('questionnaire-closed')
  await setStatus(office.context, 'open')
  await aMomentLater()
})

test('those who type print nothing, those who print type nothing', async () => {
  expect(
    (await typist.browser.post('/api/questionnaires/garde/paper', { language: 'fr', count: 1, copies: 1 })).status,
  ).toBe(403)
  expect((await publisher.browser.get('/api/paper/sheets/1-001-8')).status).toBe(403)
})

test('every single wrong figure of a number is found', () => {
  const number = numberOf(12, 34)
  const figures = number.replaceAll('-', '')
  expect(numberIn(figures)).toBe(number)
  for (let at = 0; at < figures.length; at++) {
    for (let figure = 0; figure < 10; figure++) {
      const typed = figures.slice(0, at) + figure + figures.slice(at + 1)
      if (typed !== figures) expect(numberIn(typed)).toBeNull()
    }
  }
})

test('two entries are compared answer by answer, children apart and a week as one', () => {
  const week = [{ week: null, day: 1, from: 2, to: 4, cover: 'none' }]
  const first = { a: 'x', grille: { un: 'oui', deux: 'non' }, enfants: [{ age: 2020, semaine: week }] }
  const second = { ...first, grille: { un: 'oui', deux: 'oui' }, enfants: [{ age: 2021, semaine: week }] }
  expect(compare(first, first)).toEqual({ compared: 5, different: [] })
  expect(compare(first, second).different).toEqual(['grille.deux', 'enfants.0.age'])
})

test('the pretest kit of a questionnaire lists its questions, and is for those who write it', async () => {
  const get = ({ browser }: Person) =>
    fetch(`${office.url}/api/design/garde/pretest`, {
      headers: { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
  expect((await get(typist)).status).toBe(403)
  const response = await get(publisher)
  expect(response.status).toBe(200)
  const text = await textOf(new Uint8Array(await response.arrayBuffer()))
  for (const part of ['Fiche d’observation', 'Cinq questions sur les questions', 'Bilan de l’essai'])
    expect(text).toContain(part)
})
