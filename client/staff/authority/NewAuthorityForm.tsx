/** Another authority: its communes by its SIREN, then what no file holds, and its plan if it is at hand. */
import { useEffect, useState } from 'react'
import type { authority } from '../../../api/wire/public.ts'
import { capital } from '../../../surveys/languages.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { askSiteAgain } from '../../parts/site.ts'
import { useDraft } from '../../parts/staff/draft.ts'
import { Submit, TextAreaField, TextField } from '../../parts/staff/Field.tsx'
import { takeAuthority } from '../../parts/staff/me.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { bindFields, submits, useSaving } from '../../parts/staff/useSaving.ts'

const fields = [
  {
    name: 'name',
    label: 'Nom de la collectivité',
    help: 'Tel que les habitants le connaissent : il paraît en haut de chaque page.',
  },
  {
    name: 'inSentence',
    label: 'Son nom au milieu d’une phrase',
    help: 'Avec son article, par exemple « la communauté de communes de l’Est ».',
  },
  {
    name: 'territory',
    label: 'Le territoire',
    help: 'Tel qu’il suit « dans une autre commune de », par exemple « l’Est ».',
  },
  {
    name: 'timeZone',
    label: 'Fuseau horaire',
    help: 'Europe/Paris en métropole ; Indian/Reunion, America/Martinique, America/Cayenne…',
  },
  {
    name: 'plan',
    label: 'Titre du plan d’actions',
    help: 'Par exemple « Convention territoriale globale 2026-2030 ».',
  },
] as const
const blank = { siren: '', name: '', inSentence: '', territory: '', plan: '', timeZone: 'Europe/Paris', planText: '' }
const counted = new Intl.NumberFormat('fr-FR')

/** Time zone of an overseas department, by the start of the codes of its communes. */
const zones: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '976': 'Indian/Mayotte',
}

/** @param onChosen the site works for the new authority */
export function NewAuthorityForm({ onChosen }: { onChosen: () => void }) {
  const [said, setSaid, drop] = useDraft('authority:new', blank)
  const [epci, setEpci] = useState<authority.FoundEpci | null>(null)
  const [errors, saving] = useSaving()
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const field = bindFields(said, change, errors)

  const look = () => {
    setEpci(null)
    return saving(async () => {
      const siren = said.siren.replace(/\s/g, '')
      const found = await call('POST /api/authority/epci', { body: { siren } })
      const timeZone = zones[found.communes[0]?.insee.slice(0, 3) ?? ''] ?? 'Europe/Paris'
      setEpci(found)
      change({ siren, name: said.name || found.name, timeZone })
    })
  }
  const choose = () => {
    return saving(async () => {
      await call('POST /api/authority/new', { body: { ...blank, ...said } })
      await takeAuthority()
      askSiteAgain()
      drop(blank)
      notify('Le site travaille maintenant pour votre collectivité.')
      onChosen()
    })
  }
  const lines = Object.entries(errors).filter(([path]) => path === 'table' || path.startsWith('ligne '))
  return (
    <>
      <form className="form" onSubmit={submits(look)}>
        <TextField
          label="Numéro SIREN de l’intercommunalité"
          help="Neuf chiffres, sur ses délibérations ou sur son site."
          data-width="short"
          inputMode="numeric"
          {...field('siren')}
        />
        <div className="actions">
          <Button type="submit" kind={epci ? 'quiet' : 'main'}>
            Chercher ses communes
          </Button>
        </div>
      </form>
      <div role="status">{epci && <Communes epci={epci} />}</div>
      {epci && (
        <form className="form section" onSubmit={submits(choose)}>
          <h2>Ce qu’aucun fichier ne dit</h2>
          {fields.map(({ name, label, help }) => (
            <TextField key={name} label={label} help={help} {...field(name)} />
          ))}
          <TextAreaField
            label="Les objectifs du plan"
            isOptional
            help={
              <>
                Copiez la table de votre tableur avec sa ligne de titres, une ligne par objectif. Deux colonnes
                suffisent : « Axe » et « Objectif » ; « Orientation », « Action », « Pilotes », « N° » et « Début » sont
                lues aussi. Vous pourrez tout reprendre ensuite.
              </>
            }
            error={lines.map(([path, message]) => (path === 'table' ? message : `${capital(path)} : ${message}`))[0]}
            className="field authority-plan"
            rows={6}
            wrap="off"
            spellCheck={false}
            value={said.planText ?? ''}
            onChange={(planText) => change({ planText })}
          />
          <PlanRead text={said.planText ?? ''} />
          {lines.length > 1 && (
            <ul className="authority-changes form-error">
              {lines.slice(1).map(([path, message]) => (
                <li key={path}>
                  {capital(path)} : {message}
                </li>
              ))}
            </ul>
          )}
          <Submit>Choisir cette collectivité</Submit>
        </form>
      )}
    </>
  )
}

const unread: authority.PlanRead = { plan: null, problem: null }

/** What the pasted text holds, or what cannot be read in it, before anything is saved. */
function PlanRead({ text }: { text: string }) {
  const [read, setRead] = useState(unread)
  useEffect(() => {
    if (text.trim() === '') {
      setRead(unread)
      return
    }
    let isOver = false
    const timer = setTimeout(async () => {
      const found = await call('POST /api/authority/plan', { body: { text } }).catch(() => unread)
      if (!isOver) setRead(found)
    }, 400)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text])
  return (
    <div role="status">
      {read.plan && <p className="notice">{read.plan}</p>}
      {read.problem && (
        <p className="notice" data-kind="warm">
          {read.problem}
        </p>
      )}
    </div>
  )
}

function Communes({ epci: { name, communes, source } }: { epci: authority.FoundEpci }) {
  const people = communes.reduce((sum, { population }) => sum + population, 0)
  return (
    <section className="section">
      <h2>{name}</h2>
      <p>
        {communes.length} communes, {counted.format(people)} habitants :{' '}
        {communes.map((commune) => commune.name).join(', ')}.
      </p>
      <p className="muted small">{source}</p>
    </section>
  )
}
