/** Responses that do not open: which they are, and what to do. */
import { useCallback } from 'react'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'

export function Unreadable() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/unreadable'), []))
  return (
    <StaffFrame
      title="Réponses illisibles"
      lead="Elles sont laissées de côté : aucun résultat ne les compte, et tout le reste continue. Rien n’est effacé."
    >
      <Loading loaded={loaded} again={again}>
        {({ responses }) => (
          <>
            <DataTable
              caption="Réponses illisibles, la plus ancienne d’abord"
              rows={responses}
              keyOf={({ id, questionnaire }) => `${questionnaire}/${id}`}
              empty="Toutes les réponses se lisent."
              columns={[
                { title: 'Fiche', isHeading: true, cell: ({ id }) => id },
                { title: 'Questionnaire', cell: ({ questionnaire }) => questionnaire },
                { title: 'Reçue', cell: ({ receivedAt }) => momentText(receivedAt) },
                { title: 'Remarquée', cell: ({ noticedAt }) => momentText(noticedAt) },
              ]}
            />
            {responses.length > 0 && <WhatToDo />}
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

function WhatToDo() {
  return (
    <Section id="repair-title" title="Que faire ?">
      <p>
        Un bit abîmé sur le disque, ou une clé perdue, rend une réponse illisible. Demandez à la personne qui tient le
        serveur :
      </p>
      <ol>
        <li>
          de taper <code>npm run doctor</code>, qui examine le disque, la base et les clés ;
        </li>
        <li>
          de taper <code>npm run doctor -- --repair SAUVEGARDE</code> avec une sauvegarde faite avant le jour où la
          fiche a été remarquée : la réponse revient telle qu’elle était ;
        </li>
        <li>de changer le disque si d’autres réponses deviennent illisibles.</li>
      </ol>
      <p>La personne qui a répondu peut toujours retirer sa réponse avec ses douze mots.</p>
    </Section>
  )
}
