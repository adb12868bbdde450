/** Enters or corrects a series: what it is, its values typed or pasted, what saving would change; a draft outlives the page. */

import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { evidence, staff } from '../../../api/wire/public.ts'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Choices } from '../../parts/staff/Choices.tsx'
import { useDraft } from '../../parts/staff/draft.ts'
import { DayField, TextAreaField, TextField } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { bindFields, useSaving } from '../../parts/staff/useSaving.ts'
import { DraftNotice } from '../../staff/tables/DraftNotice.tsx'
import { TableEditor } from '../../staff/tables/TableEditor.tsx'

type Draft = Pick<
  evidence.SeriesPage,
  'title' | 'definition' | 'unit' | 'source' | 'link' | 'date' | 'limits' | 'objectives' | 'cells'
> & { after: number; reason: string }

const pauseMs = 400

export function SeriesForm({ page, onSaved }: { page: evidence.SeriesPage; onSaved: () => void }) {
  const { id, number: after, title, definition, unit, source, link, date, limits, cells } = page
  const own = page.objectives
  const initial: Draft = {
    after,
    title,
    definition,
    unit,
    source,
    link,
    date,
    limits,
    objectives: own,
    cells,
    reason: '',
  }
  const [draft, setDraft, dropDraft, isDraft] = useDraft<Draft>(`series:${id}`, initial)
  const [problems, setProblems] = useState<staff.TableProblem[]>([])
  const [changes, setChanges] = useState<string[]>([])
  const [errors, saving] = useSaving()
  const [, navigate] = useLocation()
  const isBehind = isDraft && draft.after !== after
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const field = bindFields(draft, set, errors)

  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(
      () =>
        call('POST /api/registered/:id/check', { params: { id }, body: { cells: draft.cells } }).then(
          (read) => {
            if (!isWanted) return
            setProblems(draft.cells.length === 0 ? [] : read.problems)
            setChanges(read.changes)
          },
          () => {},
        ),
      pauseMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [draft.cells, id])

  async function readPasted(text: string): Promise<string | null> {
    try {
      const read = await call('POST /api/registered/:id/read', { params: { id }, body: { text } })
      if (read.cells.length === 0) return read.problems[0]?.message ?? 'La table est vide.'
      set({ cells: read.cells })
      return null
    } catch (error) {
      return sentenceOf(error)
    }
  }
  const save = () =>
    saving(async () => {
      const saved = await call('POST /api/registered/:id', { params: { id }, body: draft })
      dropDraft(initial)
      notify('La série est enregistrée.')
      if (saved.id === id) onSaved()
      else navigate(`/analyse/releves/${saved.id}`)
    })
  const line = (key: 'title' | 'unit' | 'source' | 'link' | 'reason', label: string, help: string, more = {}) => (
    <TextField label={label} help={help} {...more} {...field(key)} />
  )
  const lines = (key: 'definition' | 'limits', label: string, help: string, more = {}) => (
    <TextAreaField label={label} help={help} {...more} rows={3} {...field(key)} />
  )
  return (
    <div className="form">
      {isDraft && <DraftNotice isBehind={isBehind} onKeep={() => set({ after })} onDrop={() => dropDraft(initial)} />}
      <h2>Ce qui est compté</h2>
      {line('title', 'Nom', 'En quelques mots : « Naissances », « Places en crèche ».')}
      {lines('definition', 'Définition', 'Qui ou quoi est compté, où, et ce qui ne l’est pas.')}
      {line('unit', 'Unité', 'Par exemple « habitants », « places », « % ».')}
      <details className="form-field" open={draft.objectives.length === 0 || errors.objectives ? true : undefined}>
        <summary>
          {levelHeading('objective', 2)} du plan que ces chiffres éclairent
          {draft.objectives.length > 0 && ` : ${draft.objectives.join(', ')}`}
        </summary>
        <Choices
          legend={levelHeading('objective', 2)}
          error={errors.objectives}
          choices={objectives().map(({ number }) => ({
            value: String(number),
            text: `${number}. ${shortTitles()[number]}`,
          }))}
          chosen={draft.objectives.map(String)}
          onChange={(chosen) => set({ objectives: chosen.map(Number).toSorted((a, b) => a - b) })}
        />
      </details>
      <h2>Valeurs</h2>
      <p className="muted">
        Une ligne par année. Une valeur inconnue reste vide : elle n’est jamais lue comme un zéro. Un total du
        territoire suffit ; n’entrez pas de chiffre d’une petite commune qui désignerait quelqu’un.
      </p>
      <TableEditor
        caption="Valeurs"
        columns={page.columns}
        example={page.example}
        cells={draft.cells}
        problems={problems}
        onChange={(next) => set({ cells: next })}
        onPaste={readPasted}
      />
      {changes.length > 0 && (
        <section className="notice" aria-labelledby="changes-title" aria-live="polite">
          <h3 id="changes-title">Ce que l’enregistrement changera</h3>
          <ul>
            {changes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <h2>D’où viennent ces chiffres</h2>
      {line('source', 'Source', 'Qui les a produits, et dans quel document.')}
      {line('link', 'Adresse de la source', 'La page où chacun peut les retrouver.', { isOptional: true })}
      <DayField label="Date des chiffres" help="Le jour où la source les a donnés." {...field('date')} />
      {lines('limits', 'Ce qu’ils ne disent pas', 'Définition qui change, territoire plus large, comptage partiel…', {
        isOptional: true,
      })}
      {page.number > 0 && line('reason', 'Raison de la correction', 'Elle reste dans l’historique, avec votre nom.')}
      <div className="actions">
        <Button kind="main" onClick={save}>
          Enregistrer la série
        </Button>
      </div>
    </div>
  )
}
