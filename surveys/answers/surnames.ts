/** Surnames common in France, without accents: what follows a first name, with or without a capital. Some are everyday words as well. */

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '))

export const surnames = list(
  'martin bernard thomas petit robert richard durand dubois moreau laurent simon michel lefebvre lefevre leroy roux david bertrand ' +
    'morel fournier girard bonnet dupont lambert fontaine rousseau vincent muller faure andre mercier blanc guerin boyer ' +
    'garnier chevalier francois legrand gauthier garcia perrin robin clement morin nicolas henry roussel mathieu gautier ' +
    'masson marchand duval denis dumont marie lemaire noel meyer dufour meunier brun blanchard giraud joly riviere lucas ' +
    'brunet gaillard barbier arnaud martinez gerard roche renard schmitt roy leroux colin vidal caron picard roger fabre ' +
    'aubert lemoine renaud dumas lacroix olivier philippe bourgeois pierre benoit rey leclerc payet rolland leclercq guillaume ' +
    'lecomte lopez jean dupuy guillot hubert berger carpentier sanchez dupuis moulin louis deschamps huet vasseur perez ' +
    'boucher fleury royer klein jacquet adam paris poirier marty aubry guyot carre charles renault charpentier menard maillard ' +
    'baron bertin bailly herve schneider fernandez legall collet leger bouvier julien prevost millet perrot daniel lecocq ' +
    'cousin germain breton besson langlois remy le-gall pelletier leveque perrier leblanc barre lebrun marchal weber mallet ' +
    'hamon boulanger jacob monnier michaud rodriguez guichard gillet etienne grondin poulain tessier chevallier collin ' +
    'chauvin bouchet gay lemaitre benard marechal humbert reynaud antoine hoarau perret barthelemy cordier pichon lejeune ' +
    'gilbert lamy delaunay pasquier carlier laporte dubreuil delmas gros navarro ferrand coulon rossi mahe cornu tanguy ' +
    'ruiz gonzalez torres ramos costa silva santos ferreira pereira rodrigues fernandes oliveira gomes lopes marques da-silva ' +
    'dos-santos benali haddad mansouri amrani belkacem bouzid cherif saidi zerrouki traore diallo diop ndiaye coulibaly keita ' +
    'toure camara kone cisse sow ba nguyen tran pham le-goff yilmaz kaya demir durant dupond dubourg castel delpech cabrol ' +
    'soulie barthe pages calvet bousquet maury combes rouquette escande marquet sabatier albert puech gineste cros vergnes',
)
