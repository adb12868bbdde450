/**
 * Words of the list that no new code holds: death, poison, illness, sex, insults, violence, fear, prison, drink and tobacco. A child of
 * eleven or a worried parent notes these words on paper. Codes given before keep theirs, and they are read as any other.
 */
export const unkindWords: readonly string[] = `
  abandon absurde abusif accabler affreux alarmer aliéner amertume anarchie anéantir angoisse anxieux apéritif armement arsenic
  assaut asservir asticot atroce attaque avarice aveugle bafouer bataille biopsie bistouri bizarre blafard blessant brutal calomnie
  calvaire carabine caresser carnage chagrin chavirer chute cigare cogner colère combat couteau crainte cribler cruel cupide
  cyanure cynique danger déchirer dégager démolir dénuder dérober désastre détester détresse diable duperie écraser effrayer embryon
  enfermer enlever ennemi ennuyeux envahir épidémie épuisant éthanol ethnie excitant exécuter exiler fatal fautif fébrile féconder
  féroce fiasco filou fléau folie foulure frapper frayeur frénésie fugitif fureur furieux glaive gouffre gronder gruger guerrier
  hachoir hématome honteux horde horrible hurler illicite implorer incendie ineptie infliger injecter injure inoculer insulter
  intime inutile invasion irradier isoler ivresse jouissif jugement lacérer lambeau larme ligoter lugubre maigre maléfice malheur
  matraque maudire maussade méchant méconnu menacer mensonge missile monstre moqueur morsure mortier munition naufrage néfaste
  négliger nocif noirceur nuire nuisible offenser opprimer orifice outrager paniquer paresse pénétrer pénible perforer perte phobie
  pleurer primitif prison priver proie psychose punaise punitif querelle ravager redouter rejeter révulsif riposter risible ruiner
  sabre saboter sanction sarcasme scalpel scandale scélérat sédatif séduire séminal sévir sevrage sextuple sinistre solitude sottise
  supplier survie suspect tabac tenaille terrible torpille toxine trafic tragique trahir trancher tyran uranium vagabond vampire
  venger venimeux vexant vexer vilain vipère virus vorace
`
  .trim()
  .split(/\s+/)
