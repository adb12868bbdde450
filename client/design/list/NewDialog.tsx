/** A new questionnaire: blank, from another one, or from a file. */
import { useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { codeFrom } from '../../../surveys/edit/codes.ts'
import { Choice } from '../../parts/staff/Choices.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { Failure, SelectField, TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { bindFields, useSavingHere, useTyped } from '../../parts/staff/useSaving.ts'
import { headIn, unreadable } from './file.ts'
import { ImportFields } from './ImportFields.tsx'

export type Beginning = { from: 'blank' } | { from: 'copy'; slug: string } | { from: 'import' }
type Props = {
  beginning: Beginning
  lines: readonly design.DesignLine[]
  onClose: () => void
  onMade: (slug: string) => void
}

const ways = [
  { from: 'blank', title: 'Une page blanche', help: 'En français ; les autres langues s’ajoutent ensuite.' },
  { from: 'copy', title: 'La copie d’un autre', help: 'Questions, conditions et traductions reprises.' },
  { from: 'import', title: 'Un fichier', help: 'Un questionnaire d’ici, ou de SurveyJS.' },
] as const

export function NewDialog({ beginning, lines, onClose, onMade }: Props) {
  const [from, setFrom] = useState<Beginning['from']>(beginning.from)
  const first = beginning.from === 'copy' ? beginning.slug : (lines[0]?.slug ?? '')
  const [slug, setSlug] = useState(first)
  const [typed, change] = useTyped({
    title: beginning.from === 'copy' ? copied(lines, first) : '',
    why: '',
    summary: '',
    audienceText: '',
    newSlug: null as string | null,
  })
  const { title } = typed
  const [text, setText] = useState('')
  const { errors, failure, saving, isSaving, setFailure, forget } = useSavingHere()
  /** What is being put right is no longer said to be wrong. */
  const putRight = (part: Partial<typeof typed>) => {
    if (failure !== '' || Object.keys(errors).length > 0) forget()
    change(part)
  }
  const field = bindFields(typed, putRight, errors)
  const [notes, setNotes] = useState<{ slug: string; notes: string[] } | null>(null)
  const newSlug = typed.newSlug ?? free(codeFrom(title).replaceAll('_', '-').slice(0, 36), lines)

  function make() {
    let json: unknown
    if (from === 'import') {
      try {
        json = JSON.parse(text)
      } catch (error) {
        return setFailure(unreadable(text, error))
      }
    }
    return saving(async () => {
      const body =
        from === 'blank'
          ? { ...typed, from, newSlug }
          : from === 'copy'
            ? { from, slug, title, newSlug }
            : { from, json, title, newSlug }
      const made = await call('POST /api/design', { body })
      if (made.notes.length > 0) return setNotes(made)
      notify('Le brouillon est prêt.')
      onMade(made.slug)
    })
  }
  function take(content: string) {
    setText(content)
    const head = headIn(content)
    if (title === '') change({ title: head.title })
    if (typed.newSlug === null && head.slug !== '') change({ newSlug: free(head.slug, lines) })
  }
  if (notes)
    return (
      <Dialog
        isOpen
        title="Le fichier est repris, à ceci près"
        closeText="Ouvrir le brouillon"
        onClose={() => onMade(notes.slug)}
      >
        <ul>
          {notes.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Dialog>
    )
  return (
    <Dialog
      isOpen
      isWide
      title="Nouveau questionnaire"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDisabled={isSaving} onPress={make}>
          Commencer
        </DialogButton>
      }
    >
      <fieldset className="form-field">
        <legend>Partir de</legend>
        <div className="design-ways">
          {ways.map((way) => (
            <Choice
              key={way.from}
              type="radio"
              name="from"
              checked={from === way.from}
              onChange={() => setFrom(way.from)}
              text={way.title}
              help={way.help}
            />
          ))}
        </div>
      </fieldset>
      {from === 'copy' && (
        <SelectField
          label="Questionnaire à copier"
          error={errors.slug}
          value={slug}
          choices={lines.map((line) => ({ value: line.slug, text: line.title }))}
          onChange={(value) => {
            if (title === '' || title === copied(lines, slug)) change({ title: copied(lines, value) })
            setSlug(value)
          }}
        />
      )}
      {from === 'import' && <ImportFields text={text} error={errors.json} onText={take} />}
      <TextField label="Titre" help="Celui que les gens liront." {...field('title')} />
      {from === 'blank' && (
        <>
          <TextField label="Résumé" help="Une ligne sous le titre : de quoi il s’agit." {...field('summary')} />
          <TextField
            label="Pour qui, en mots"
            help="Par exemple : les familles d’enfants de moins de 12 ans."
            {...field('audienceText')}
          />
          <TextField
            label="Pourquoi le posez-vous ?"
            help="Une phrase, lue avant la première question. Le reste de la notice est déjà écrit."
            {...field('why')}
          />
        </>
      )}
      <details className="design-code" open={errors.newSlug !== undefined || undefined}>
        <summary>
          Code{'\u202f'}: <b>{newSlug}</b>
        </summary>
        <TextField
          label="Code"
          help="Dans les adresses et les fichiers : il ne change plus ensuite."
          data-width="short"
          {...field('newSlug')}
          value={newSlug}
        />
      </details>
      <Failure text={failure} />
    </Dialog>
  )
}

const copied = (lines: Props['lines'], slug: string) => {
  const title = lines.find((line) => line.slug === slug)?.title
  return title ? `${title} (copie)` : ''
}

/** The first code nobody has. */
function free(base: string, lines: Props['lines']): string {
  const taken = new Set(lines.map(({ slug }) => slug))
  const wanted = base.length >= 2 ? base : 'questionnaire'
  for (let number = 1; ; number++) {
    const code = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(code)) return code
  }
}
