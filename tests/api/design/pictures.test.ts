/** Pictures of answers: what is refused and why, what is kept, how it is served, and the paper that shows it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetPictures } from '../../../api/design/pictures.ts'
import { printSample } from '../../../api/paper/printing.ts'
import { collections } from '../../../api/store/collections.ts'
import { readPdf } from '../../pdf.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { handOf, published, said, whole } from './fixture.ts'

let office: Office
let author: Person
let approver: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  author = await office.placed(['designer'])
  approver = await office.placed(['publisher'])
})
afterAll(() => office.discard())

const send = (content: string | Buffer) =>
  author.browser.post('/api/pictures', { data: Buffer.from(content).toString('base64') })
const svg = (within: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 24 12"${more}>${within}</svg>`
const ball = svg(
  '<!-- un ballon --><defs><circle id="b" cx="12" cy="6" r="5" fill="#c00"/></defs><use xlink:href="#b"/>',
)

const chunk = (name: string, data: Buffer) => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  return Buffer.concat([size, Buffer.from(name), data, Buffer.alloc(4)])
}
const sides = (width: number, height: number) => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  return chunk('IHDR', data)
}
const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const end = chunk('IEND', Buffer.alloc(0))

const active = 'Ce dessin contient un script, un lien ou du texte\u202f: enregistrez-le en PNG.'
const slow = 'Ce dessin est trop long à dessiner\u202f: simplifiez-le, ou enregistrez-le en PNG.'
test.each([
  ['a script', svg('<script>alert(1)</script>'), active],
  ['a script under a prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'), active],
  ['an event', svg('<path d="M0 0h9v9z"/>', ' onload="alert(1)"'), active],
  ['a link out', svg('<use href="https://ailleurs.example/a.svg#b"/>'), active],
  ['a file of this machine', svg('<image href="/etc/hostname" width="9" height="9"/>'), active],
  ['a page inside', svg('<foreignObject><p>a</p></foreignObject>'), active],
  ['a style from elsewhere', svg('<style>@import "https://ailleurs.example"</style>'), active],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${ball}`, active],
  ['words', svg('<text>Oui</text>'), active],
  ['a script cut by a comment', svg('<scr<!-- -->ipt>alert(1)</script>'), active],
  [
    'a drawing that does not end',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    'Ce dessin ne peut pas être lu\u202f: enregistrez-le en PNG.',
  ],
  [
    'a drawing that repeats itself within itself',
    svg(
      `<defs><g id="l0"><path d="M0 0h1v1z"/></g>${Array.from({ length: 6 }, (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(4)}</g>`).join('')}</defs><use href="#l6"/>`,
    ),
    slow,
  ],
  [
    'a ribbon',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 9000"><path d="M0 0h1v9z"/></svg>',
    'Cette image est trop allongée\u202f: un côté fait plus de 4 fois l’autre.',
  ],
  [
    'a JPEG',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    'Ce fichier n’est ni un PNG ni un SVG\u202f: enregistrez l’image dans l’un de ces formats.',
  ],
  ['more than 200 KB', Buffer.alloc(210_000), 'Cette image pèse plus de 200 Ko\u202f: réduisez-la.'],
  [
    'a PNG too wide',
    Buffer.concat([begin, sides(2001, 10), end]),
    'Cette image fait plus de 2000 points de côté\u202f: réduisez-la.',
  ],
  [
    'a PNG cut short',
    Buffer.concat([begin, sides(10, 10)]),
    'Ce fichier PNG est abîmé\u202f: enregistrez l’image de nouveau.',
  ],
])('refused in one sentence: %s', async (_, content, message) => {
  expect(await send(content)).toMatchObject({ status: 422, body: { problems: [{ path: 'picture', message }] } })
})

test('a drawing becomes a PNG, kept once, served to anybody for good and without any right', async () => {
  const { status, body } = await send(ball)
  expect(status).toBe(201)
  expect((await send(ball)).body).toEqual(body)
  const entries = (await office.context.store.collection(collections.audit).list()).filter(
    ({ value }) => value.what === 'picture-kept',
  )
  expect(entries.map(({ value: { who, about } }) => [who, about])).toEqual(
    [body, body].map(({ digest }) => [author.login, String(digest).slice(0, 12)]),
  )
  const served = await fetch(`${office.url}/api/pictures/${body.digest}`)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
  })
  const png = Buffer.from(await served.arrayBuffer())
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([480, 240])
  expect((await fetch(`${office.url}/api/pictures/${'0'.repeat(64)}`)).status).toBe(404)
})

test('a PNG stays as it is, without what its file says of where it was taken, nor what follows its end', async () => {
  const [here, data] = [chunk('tEXt', Buffer.from('Author\0Alix')), chunk('IDAT', Buffer.from('rien'))]
  const { body } = await send(Buffer.concat([begin, sides(10, 10), here, data, end, Buffer.from('<script>')]))
  const served = await fetch(`${office.url}/api/pictures/${body.digest}`)
  expect(Buffer.from(await served.arrayBuffer())).toEqual(Buffer.concat([begin, sides(10, 10), data, end]))
})

test('published with its pictures, which paper shows; a picture that is not here stands in the way', async () => {
  const { digest } = (await send(ball)).body as { digest: string }
  const questionnaire = whole('en-images')
  const [first] = questionnaire.definition.pages[0]!.elements
  const choices = (one: string) => [
    { value: 'oui', text: said('Oui'), picture: one },
    { value: 'non', text: said('Non'), picture: 'none' },
  ]
  for (const [picture, sentence] of [
    ['0'.repeat(64), 'L’image d’une réponse n’est pas ici\u202f: en choisir une autre.'],
    ['licorne', 'L’image d’une réponse n’est pas ici\u202f: en choisir une autre.'],
    ['', expect.stringContaining('chaque réponse a son image')],
  ] as const) {
    first!.choices = choices(picture)
    const hand = handOf(author.browser, 'en-images')
    await hand.make()
    await hand.save(questionnaire)
    expect((await hand.ask()).body.problems).toContainEqual({ path: 'venir', message: sentence })
  }
  first!.choices = choices(digest)
  await published(author.browser, approver.browser, questionnaire)
  const pdf = await printSample(office.context, 'en-images', {
    language: 'fr',
    copies: 1,
    origin: 'https://exemple.fr',
  })
  // the drawing and its transparency
  expect(picturesIn(pdf)).toBe(2)
  expect((await readPdf(pdf)).pages.join(' ')).toContain('Oui')
})

test('a picture that nothing names is deleted a month after it came, one that a version shows stays', async () => {
  const [shown, unused] = await Promise.all([ball, svg('<path d="M0 0h9v9z"/>')].map(send))
  const statusOf = async (sent: typeof shown) => (await fetch(`${office.url}/api/pictures/${sent?.body.digest}`)).status
  const days = (count: number) => {
    office.clock.now = new Date(office.clock.now.getTime() + count * 24 * 3_600_000)
  }
  days(29)
  await forgetPictures(office.context)
  expect([await statusOf(shown), await statusOf(unused)]).toEqual([200, 200])
  days(2)
  await forgetPictures(office.context)
  expect([await statusOf(shown), await statusOf(unused)]).toEqual([200, 404])
})

/** Files of points inside a PDF; a pictogram is drawn with lines. */
const picturesIn = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Subtype \/Image/g)?.length ?? 0
