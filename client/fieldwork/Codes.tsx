/** Invitation codes: who must have one, batches to print, and how many came back. */
import { useEffect, useRef, useState } from 'react'
import type { fieldwork } from '../../api/wire/public.ts'
import { capital } from '../../surveys/languages.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Choice } from '../parts/staff/Choices.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { Dialog, DialogButton } from '../parts/staff/Dialog.tsx'
import { TextField } from '../parts/staff/Field.tsx'
import { fileOf } from '../parts/staff/files.ts'
import { save } from '../parts/staff/leaving.ts'
import { Section } from '../parts/staff/Section.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { notify, notifyProblem, orNotify } from '../parts/staff/Toasts.tsx'
import { bindFields, submits, useSaving, useTyped } from '../parts/staff/useSaving.ts'
import type { TabProps } from './tab-props.ts'
import { about, day, number, unusedSaid } from './words.ts'

const modes: { value: fieldwork.InvitationMode; text: string; help: string }[] = [
  { value: 'none', text: 'Ouvert à tous', help: 'Aucun code n’est demandé.' },
  { value: 'optional', text: 'Ouvert, avec codes', help: 'Qui a un code l’utilise ; les autres répondent sans.' },
  {
    value: 'required',
    text: 'Sur invitation',
    help: 'Il faut un code, sur le site et sur les bornes. Une feuille numérotée n’en demande pas.',
  },
]

/** The page may be left as soon as one has chosen. */
const leaving = { keepalive: true }

export function Codes({ page, mayDecide, again }: TabProps) {
  return (
    <>
      {page.status === 'closed' && (
        <p className="notice" data-kind="warm">
          Ce questionnaire est clos : un code n’ouvre plus rien, tant qu’il n’est pas rouvert.
        </p>
      )}
      <Mode page={page} mayDecide={mayDecide} again={again} />
      {mayDecide && page.purgedAt === null && <Print page={page} again={again} />}
      <Batches page={page} mayDecide={mayDecide} again={again} />
    </>
  )
}

function Mode({ page: { slug, revision, invitation, unusedCodes, isCensus, status }, mayDecide, again }: TabProps) {
  const isFixed = isCensus && status !== 'trial'
  /** Chosen, and not yet what the page says; `isAsking`: a window asks first. */
  const [chosen, setChosen] = useState<fieldwork.InvitationMode | null>(null)
  const [isAsking, setAsking] = useState(false)
  /** The last choice made while another is being kept: it follows it. */
  const next = useRef<fieldwork.InvitationMode | null>(null)
  const isKeeping = useRef(false)
  /** Of what was kept last: the page that says it may still be on its way. */
  const own = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the page has come anew, it is what says
  useEffect(() => {
    if (!isKeeping.current && !isAsking) setChosen(null)
  }, [revision])
  async function keep(value: fieldwork.InvitationMode) {
    setAsking(false)
    setChosen(value)
    next.current = value
    if (isKeeping.current) return
    isKeeping.current = true
    try {
      while (next.current !== null) {
        const wanted: fieldwork.InvitationMode = next.current
        next.current = null
        const body = { revision: Math.max(revision, own.current), invitation: wanted }
        const kept = await call('PUT /api/fieldwork/:slug/invitation', { params: { slug }, body }, leaving)
        own.current = kept.revision
      }
      notify('C’est enregistré.')
    } catch (error) {
      next.current = null
      setChosen(null)
      notifyProblem(sentenceOf(error))
    }
    isKeeping.current = false
    again()
  }
  function choose(value: fieldwork.InvitationMode) {
    if (value !== 'required' || status !== 'open') return void keep(value)
    setChosen(value)
    setAsking(true)
  }
  const leave = () => {
    setAsking(false)
    setChosen(null)
  }
  return (
    <>
      <fieldset className="form-field" disabled={!mayDecide || isFixed}>
        <legend>Qui peut répondre ?</legend>
        {isCensus && (
          <p className="muted">
            Chaque commune répond une fois, en son nom : il faut le code de la commune, sur le site et sur les bornes.
            Il n’y a pas de feuille à imprimer.
          </p>
        )}
        <div className="choices">
          {modes.map(({ value, text, help }) => (
            <Choice
              key={value}
              type="radio"
              name="mode"
              value={value}
              checked={(chosen ?? invitation) === value}
              onChange={() => choose(value)}
              text={text}
              help={help}
            />
          ))}
        </div>
      </fieldset>
      <Dialog
        isOpen={isAsking}
        title="Demander un code à chaque personne ?"
        closeText="Ne rien changer"
        isCloseAdvised={unusedCodes === null}
        onClose={leave}
        actions={
          <DialogButton isDanger={unusedCodes === null} onPress={() => keep('required')}>
            Demander un code
          </DialogButton>
        }
      >
        <p>
          Plus personne ne répondra sans code, ni sur le site ni sur les bornes. {capital(unusedSaid(unusedCodes))}.
        </p>
        <p>
          Les affiches et les liens déjà dehors mèneront à « Votre code d’invitation » : retirez-les, ou remettez un
          code à qui les lira.
        </p>
      </Dialog>
    </>
  )
}

function Print({ page: { slug, title, invitation }, again }: Pick<TabProps, 'page' | 'again'>) {
  const [typed, change] = useTyped({ label: '', count: '48' })
  const [errors, saving, isBusy] = useSaving()
  const field = bindFields(typed, change, errors)
  /** Said under the button: a message over the page hid the batch it spoke of. */
  const [made, setMade] = useState('')
  const make = (as: 'strips' | 'table') =>
    saving(async () => {
      setMade('')
      const body = { label: typed.label, count: Number(typed.count), as }
      const { bytes, name, type } = await fileOf('POST /api/fieldwork/:slug/codes', { params: { slug }, body })
      save(name, new Blob([bytes], { type }))
      setMade(
        as === 'table'
          ? 'La table est prête. Une fois les lettres parties, effacez-la\u202f: à côté de vos adresses, elle dirait quel foyer a quel code.'
          : 'Le lot est prêt. Imprimez-le, puis effacez le fichier\u202f: il contient les codes.',
      )
      change({ label: '' })
      again()
    })
  return (
    <form className="section form" noValidate aria-labelledby="print-codes" onSubmit={submits(() => make('strips'))}>
      <div>
        <h2 id="print-codes">Imprimer un lot de codes</h2>
        <p className="muted">
          Douze bandes à découper par page, chacune avec un carré à scanner vers « {title} ». Les codes ne sont gardés
          nulle part ailleurs que sur le papier.
          {invitation === 'none' && ' Tant que le questionnaire est ouvert à tous, ils ne sont pas demandés.'}
        </p>
      </div>
      <TextField
        label="Nom du lot"
        help="Un lieu ou un envoi, jamais une personne : « École du centre »."
        maxLength={80}
        {...field('label')}
      />
      <TextField
        label="Nombre de codes"
        help="De 10 à 600. Un lot plus petit désignerait des personnes."
        data-width="short"
        type="number"
        min="10"
        max="600"
        {...field('count')}
      />
      <div className="actions">
        <Button type="submit" kind="main" disabled={isBusy}>
          {isBusy ? 'Le document se prépare…' : 'Préparer le PDF'}
        </Button>
        <Button disabled={isBusy} onClick={() => void make('table')}>
          Table pour publipostage (CSV)
        </Button>
      </div>
      <p role="status">{made}</p>
    </form>
  )
}

/** Two of them may have one name: the number stands on the sheets too. */
const namedBatch = ({ label, id }: fieldwork.Batch) => `${label}, lot n°\u00a0${Number(id)}`

function Batches({ page: { slug, batches }, mayDecide, again }: TabProps) {
  const [lost, setLost] = useState<fieldwork.Batch | null>(null)
  async function cancel(id: string) {
    setLost(null)
    await orNotify(async () => {
      await call('POST /api/fieldwork/:slug/codes/:batch/cancel', { params: { slug, batch: id }, body: {} })
      notify('Les codes de ce lot qui n’ont pas servi ne marchent plus.')
    })
    again()
  }
  return (
    <Section id="batches" title="Lots imprimés">
      <DataTable
        caption="Lots de codes"
        rows={batches}
        empty="Aucun lot n’est imprimé."
        columns={[
          { title: 'Lot', isHeading: true, cell: namedBatch },
          { title: 'Imprimé', cell: ({ at }) => day(at) },
          { title: 'Codes', isNumber: true, cell: ({ codes }) => number(codes) },
          { title: 'Utilisés, à 5 près', isNumber: true, cell: ({ spent }) => about(spent) },
          {
            title: 'Action',
            cell: (batch) =>
              batch.isCancelled ? (
                <span className="muted">annulé</span>
              ) : (
                mayDecide && (
                  <Button kind="quiet" onClick={() => setLost(batch)}>
                    Liste perdue…<span className="visually-hidden"> {namedBatch(batch)}</span>
                  </Button>
                )
              ),
          },
        ]}
      />
      <Dialog
        isOpen={lost !== null}
        title={`Annuler les codes de « ${lost === null ? '' : namedBatch(lost)} » ?`}
        closeText="Garder ces codes"
        onClose={() => setLost(null)}
        actions={
          <DialogButton isDanger onPress={() => lost && cancel(lost.id)}>
            Annuler les codes inutilisés
          </DialogButton>
        }
      >
        <p>
          Ceux qui n’ont pas servi ne marcheront plus. Les réponses déjà reçues restent. Imprimez ensuite un nouveau
          lot.
        </p>
      </Dialog>
    </Section>
  )
}
