/** Making it known: a link for each place, its square, posters, and texts ready to copy. */

import { useCallback, useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { fieldwork } from '../../api/wire/public.ts'
import { capital, type Language, languageRows } from '../../surveys/languages.ts'
import { addressOf } from '../parts/api.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Field, SelectField } from '../parts/staff/Field.tsx'
import { languageNames } from '../parts/staff/languages.ts'
import { copyText, save } from '../parts/staff/leaving.ts'
import { useMe } from '../parts/staff/me.ts'
import { menuFor } from '../parts/staff/menu.ts'
import { Section } from '../parts/staff/Section.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { notifyProblem } from '../parts/staff/Toasts.tsx'
import type { TabProps } from './tab-props.ts'
import { unusedSaid } from './words.ts'

export function Sharing({ page }: TabProps) {
  const { publicAddress, texts } = page
  const [language, setLanguage] = useState<Language>('fr')
  const [search] = useSearchParams()
  const wanted = search.get('zone')
  // the follow-up leads to the zone that is missing
  const [zone, setZone] = useState(page.zones.find(({ code }) => code === wanted)?.code ?? '')
  const zoneName = page.zones.find(({ code }) => code === zone)?.name
  const maySet = useMe()?.account?.roles.includes('admin')
  const { tag, direction, french } = languageRows[language]
  return (
    <>
      {publicAddress === '' && (
        <p className="notice" data-kind="warm">
          L’adresse publique du site n’est pas indiquée : les liens ci-dessous portent celle de votre navigateur.{' '}
          {maySet ? (
            <Link href="/gerer/reglages#publicAddress">Remplir le réglage</Link>
          ) : (
            'Une personne qui administre le site peut la remplir.'
          )}
        </p>
      )}
      {page.status === 'trial' && (
        <p className="notice" data-kind="warm">
          Ce questionnaire est à l’essai : préparez tout, mais n’affichez et n’envoyez rien encore. Les réponses d’essai
          seront effacées à l’ouverture.
        </p>
      )}
      {page.status === 'closed' && (
        <p className="notice" data-kind="warm">
          Ce questionnaire est clos : ces liens mènent à « Ce questionnaire est terminé ».
        </p>
      )}
      {page.invitation === 'required' && page.status !== 'closed' && (
        <p className="notice" data-kind="warm">
          Il faut un code pour répondre, et ni les liens ni les affiches n’en portent.{' '}
          {capital(unusedSaid(page.unusedCodes))}. <Link href={`/terrain/${page.slug}/codes`}>Codes d’invitation</Link>
        </p>
      )}
      <LinkMaker page={page} zone={zone} onZone={setZone} language={language} onLanguage={setLanguage} />
      <section className="section" aria-labelledby="texts">
        <div>
          <h2 id="texts">
            Textes prêts à copier
            {zoneName && `, pour ${zoneName}`}
            {language !== 'fr' && `, en ${french}`}
          </h2>
          <p className="muted">Chaque texte porte son propre lien : le suivi dira ce qui marche.</p>
        </div>
        {texts
          .filter((text) => text.language === language)
          .map((text) => (
            <ReadyText key={text.channel} text={withZone(text, zone)} lang={tag} dir={direction} />
          ))}
      </section>
      <Elsewhere page={page} />
    </>
  )
}

/** Its link says the zone too, as the one above does. */
const withZone = (text: Text, zone: string): Text =>
  zone === ''
    ? text
    : { ...text, text: text.text.replaceAll(`?canal=${text.channel}`, `?canal=${text.channel}&zone=${zone}`) }

type LinkProps = Pick<TabProps, 'page'> & {
  zone: string
  onZone: (zone: string) => void
  language: Language
  onLanguage: (language: Language) => void
}

function LinkMaker({ page: { slug, channels, zones, texts }, zone, onZone, language, onLanguage }: LinkProps) {
  const [channel, setChannel] = useState('affiche')
  const [link, setLink] = useState<fieldwork.ShownLink | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const ask = useCallback(
    () => call('GET /api/fieldwork/:slug/link', { params: { slug }, query: { channel, zone, language } }),
    [slug, channel, zone, language],
  )
  useEffect(() => {
    let isWanted = true
    ask().then(
      (shown) => isWanted && setLink(shown),
      (error) => notifyProblem(sentenceOf(error)),
    )
    return () => {
      isWanted = false
    }
  }, [ask])
  const poster = (size: 'a4' | 'a5') =>
    addressOf('GET /api/fieldwork/:slug/poster', { params: { slug }, query: { size, channel, zone, language } })
  /** Its file: a folder holds those of several places and languages. */
  const square = ['carre', slug, channel, zone, language].filter(Boolean).join('-')
  return (
    <section className="section" aria-labelledby="link">
      <div>
        <h2 id="link">Un lien par lieu</h2>
        <p className="muted">Il dit où le lien a été trouvé, jamais qui le suit.</p>
      </div>
      <div className="fieldwork-link">
        <div className="form">
          <SelectField
            label="Où le verra-t-on ?"
            value={channel}
            choices={channels.map(({ code, name }) => ({ value: code, text: name }))}
            onChange={setChannel}
          />
          <SelectField
            label="Zone"
            isOptional
            help="Pour savoir quelles affiches marchent dans quelle zone."
            value={zone}
            none="Toutes"
            choices={zones.map(({ code, name }) => ({ value: code, text: name }))}
            onChange={onZone}
          />
          <SelectField
            label="Langue"
            help="Du lien, de l’affiche et des textes. Un titre qui n’est pas traduit reste en français."
            value={language}
            choices={[...new Set(texts.map((text) => text.language))].map((one) => ({
              value: one,
              text: languageNames[one],
            }))}
            onChange={onLanguage}
          />
          <Field label="Lien">
            {(props) => <input {...props} ref={field} className="field mono" readOnly value={link?.address ?? ''} />}
          </Field>
          <div className="actions">
            <Button onClick={() => copyText(link?.address ?? '', 'Le lien est copié.', field.current)}>
              Copier le lien
            </Button>
            <a className="button" href={poster('a4')} download>
              Affiche A4 (PDF)
            </a>
            <a className="button" href={poster('a5')} download>
              Affiche A5 (PDF)
            </a>
            {link && (
              <>
                <Button onClick={() => save(`${square}.svg`, new Blob([link.picture], { type: 'image/svg+xml' }))}>
                  Carré à scanner (SVG)
                </Button>
                <Button onClick={() => void saveSquare(link.picture, `${square}.png`)}>Carré à scanner (PNG)</Button>
              </>
            )}
          </div>
        </div>
        {link && (
          <img
            className="qr"
            src={`data:image/svg+xml;utf8,${encodeURIComponent(link.picture)}`}
            alt="Carré à scanner, qui mène au questionnaire"
          />
        )}
      </div>
    </section>
  )
}

/** Pixels of the square as a picture: sharp on a page of a bulletin. */
const squareSize = 1200

async function saveSquare(svg: string, name: string) {
  const image = new Image()
  image.src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = squareSize
  const context = canvas.getContext('2d')!
  context.fillStyle = 'white'
  context.fillRect(0, 0, squareSize, squareSize)
  context.imageSmoothingEnabled = false
  context.drawImage(image, 0, 0, squareSize, squareSize)
  canvas.toBlob((picture) => picture && save(name, picture))
}

type Text = fieldwork.FieldworkPage['texts'][number]

type ReadyProps = { text: Text; lang: string; dir: 'ltr' | 'rtl' }

function ReadyText({ text: { channel, title, subject, text }, lang, dir }: ReadyProps) {
  const body = useRef<HTMLParagraphElement>(null)
  const whole = subject ? `${subject}\n\n${text}` : text
  return (
    <article className="ready-text boxed" aria-labelledby={`text-${channel}`}>
      <div className="both-ends">
        <h3 id={`text-${channel}`}>{title}</h3>
        <Button onClick={() => copyText(whole, `« ${title} » est copié.`, body.current)}>
          Copier<span className="visually-hidden"> le texte : {title}</span>
        </Button>
      </div>
      {subject && (
        <p className="ready-subject">
          <span className="muted small">Objet du courriel</span>
          <span lang={lang} dir={dir}>
            {subject}
          </span>
        </p>
      )}
      <p ref={body} className="ready-body" lang={lang} dir={dir}>
        {text}
      </p>
    </article>
  )
}

/** What else it is answered on, and the way to it for whoever may. */
function Elsewhere({ page: { kiosks, paper } }: { page: fieldwork.FieldworkPage }) {
  const mine = menuFor(useMe()?.account?.roles ?? [])
  const way = (path: string, text: string) =>
    mine.some((entry) => entry.path === path) ? <Link href={path}>{text}</Link> : text
  return (
    <Section id="elsewhere" title="Sur une borne, sur papier">
      <ul className="plain-list">
        {kiosks.length === 0 && <li>{way('/gerer/bornes', 'Le proposer sur une borne, dans un lieu d’accueil')}</li>}
        {kiosks.map((kiosk) => (
          <li key={kiosk.name}>
            {way('/gerer/bornes', `Borne «\u202f${kiosk.name}\u202f»`)}
            {`\u202f: ${stateOf(kiosk)}${kiosk.queue > 0 ? `, ${kiosk.queue} fiches en attente sur la tablette` : ''}`}
          </li>
        ))}
        <li>
          {paper.batches === 0
            ? way('/gerer/papier', 'Imprimer des feuilles, et les saisir au retour')
            : way('/gerer/papier', `Papier\u202f: ${paper.sheets} feuilles imprimées, ${paper.entered} saisies`)}
        </li>
      </ul>
    </Section>
  )
}

const stateOf = ({ state, isSilent }: fieldwork.FieldworkPage['kiosks'][number]): string =>
  state === 'waiting' ? 'pas encore inscrite' : isSilent ? 'silencieuse depuis plus d’un jour' : 'en service'
