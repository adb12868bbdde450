/** /gerer/annuaire: the cards with what each needs, the links of the year, and whether everybody reads the directory. */
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import type { directory } from '../../../api/wire/public.ts'
import { dayText } from '../../../surveys/days.ts'
import { folded } from '../../../surveys/wording/folded.ts'
import { addressOf } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { Failure, SelectField, TextField } from '../../parts/staff/Field.tsx'
import { bytesOf } from '../../parts/staff/files.ts'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Opening } from './Opening.tsx'
import './directory.css'

type Line = directory.ActorLine

/** What a card asks of the staff, the most urgent first. */
const needs = [
  { value: 'proposed', text: 'À lire', of: ({ state }: Line) => state === 'proposed' },
  { value: 'unasked', text: 'Accord à demander', of: ({ state }: Line) => state === 'unasked' },
  { value: 'stale', text: 'À vérifier', of: ({ state, isStale }: Line) => state === 'shown' && isStale },
  {
    value: 'own',
    text: 'Corrigée par la structure',
    of: ({ state, isOwnChange }: Line) => state === 'shown' && isOwnChange,
  },
] as const

export function Directory() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/directory'), []))
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame
      title="Annuaire des acteurs"
      lead="Qui fait quoi, où et quand. Une fiche n’est publique qu’avec l’accord de la structure, qui peut partir quand elle veut."
      isWide
      actions={
        page?.canWrite && (
          <>
            <Link className="button" data-kind="main" href="/gerer/annuaire/nouvelle">
              Ajouter une fiche
            </Link>
            <Link className="button" href="/gerer/annuaire/importer">
              Coller un tableau
            </Link>
          </>
        )
      }
    >
      <Loading loaded={loaded} again={again}>
        {(value) => <Content page={value} again={again} />}
      </Loading>
    </StaffFrame>
  )
}

function Content({ page, again }: { page: directory.DirectoryPage; again: () => void }) {
  const [wanted, setWanted] = useState('')
  const [words, setWords] = useState('')
  const { actors, left } = page
  const need = needs.find(({ value }) => value === wanted)
  const shown = actors.filter(
    (line) =>
      (!need || need.of(line)) &&
      folded([line.name, line.kind, ...line.themes, ...line.communes].join(' ')).includes(folded(words)),
  )
  const open = actors.filter(({ state }) => state === 'shown').length
  const fresh = actors.filter(({ state, isStale }) => state === 'shown' && !isStale).length
  return (
    <>
      <p className="statement">
        {open} {open < 2 ? 'fiche avec accord' : 'fiches avec accord'}, dont {fresh}{' '}
        {fresh < 2 ? 'vérifiée' : 'vérifiées'} depuis un an.{' '}
        {page.isOpen ? (
          <a href="/annuaire">Tout le monde les lit.</a>
        ) : (
          'L’annuaire n’est pas encore ouvert aux habitants.'
        )}
      </p>
      {left.length > 0 && (
        <p className="muted">
          {left.length} {left.length < 2 ? 'fiche a été effacée' : 'fiches ont été effacées'}, la dernière le{' '}
          {dayText(left[0]!)}.
        </p>
      )}
      <div className="directory-filter">
        <TextField label="Chercher" type="search" value={words} onChange={setWords} />
        <SelectField
          label="Montrer"
          value={wanted}
          none={`Toutes les fiches (${actors.length})`}
          choices={needs.map(({ value, text, of }) => ({ value, text: `${text} (${actors.filter(of).length})` }))}
          onChange={setWanted}
        />
      </div>
      <DataTable
        caption={`Fiches : ${shown.length}`}
        isCaptionShown
        rows={shown}
        empty={
          actors.length === 0
            ? 'Aucune fiche encore. Ajoutez-en une, ou collez le tableau que vous avez déjà.'
            : 'Aucune fiche ne correspond.'
        }
        columns={[
          {
            title: 'Structure',
            isHeading: true,
            cell: ({ id, name }) => <Link href={`/gerer/annuaire/${id}`}>{name}</Link>,
          },
          { title: 'Genre', cell: ({ kind }) => kind },
          { title: 'Thèmes', cell: ({ themes }) => themes.join(', ') },
          { title: 'Où', cell: ({ communes }) => communes.join(', ') },
          { title: 'État', cell: (line) => <States line={line} /> },
          { title: 'Vérifiée le', cell: ({ checkedAt }) => (checkedAt ? dayText(checkedAt) : 'jamais') },
        ]}
      />
      {page.canWrite && <Yearly open={open} again={again} />}
      {page.canOpen && <Opening key={JSON.stringify(page.serves)} page={page} again={again} />}
    </>
  )
}

const States = ({ line }: { line: Line }) => {
  const own = needs.filter(({ of }) => of(line))
  if (own.length === 0)
    return (
      <span className="badge" data-kind="good">
        Publique
      </span>
    )
  return own.map(({ value, text }) => (
    <span key={value} className="badge" data-kind="warm">
      {text}
    </span>
  ))
}

/** Once a year: a link for each card, sent by the staff's own mail. */
function Yearly({ open, again }: { open: number; again: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  const [failure, setFailure] = useState('')
  async function make() {
    try {
      saveAs('liens-annuaire.csv', await bytesOf('POST /api/directory/links'))
      setIsAsking(false)
      notify('Les liens sont faits : envoyez à chaque structure le sien.')
      again()
    } catch (error) {
      setFailure(sentenceOf(error))
      notifyProblem(sentenceOf(error))
    }
  }
  return (
    <Section id="yearly-title" title="Faire vérifier les fiches, une fois par an">
      <p>
        Chaque structure reçoit un lien secret, sans compte : elle y dit que sa fiche est juste, la corrige, ou quitte
        l’annuaire. Le tableau donne pour chacune l’adresse, le lien et le message à envoyer.
      </p>
      <div className="actions">
        <Button disabled={open === 0} onClick={() => setIsAsking(true)}>
          Faire les liens de l’année…
        </Button>
        <a className="button" data-kind="quiet" href={addressOf('GET /api/directory/export')} download>
          Toutes les fiches (CSV)
        </a>
      </div>
      <Dialog
        isOpen={isAsking}
        title="Faire les liens de l’année ?"
        closeText="Annuler"
        onClose={() => setIsAsking(false)}
        actions={
          <DialogButton onPress={() => void make()}>
            Faire {open} {open < 2 ? 'lien' : 'liens'}
          </DialogButton>
        }
      >
        <p>
          Les liens donnés avant ne serviront plus. Le tableau contient les secrets : effacez-le de votre poste quand
          les messages sont partis.
        </p>
        <Failure text={failure} />
      </Dialog>
    </Section>
  )
}

function saveAs(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
