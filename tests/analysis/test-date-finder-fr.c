#include "config.h"

#include "date-rows.h"

/* The forms of French, a table for each idea. All references are Wednesdays unless the row needs another day: 20 March
 * 2024 is one. */

static const Row slip_rows[] = {
  { "letter-for-letter", NULL, "Fait le 3 janvler 2019 à Sète.", "le 3 janvler 2019=2019-01-03" },
  { "rn-for-m", NULL, "Vu le 24 décernbre 1944.", "le 24 décernbre 1944=1944-12-24" },
  { "digit-for-letter", NULL, "Vu le 14 juil1et 1936.", "le 14 juil1et 1936=1936-07-14" },
  { "zero-for-letter", NULL, "Vu le 4 0ctobre 1957.", "le 4 0ctobre 1957=1957-10-04" },
  { "missing-letter", NULL, "Vu le 2 sepembre 1870.", "le 2 sepembre 1870=1870-09-02" },
  { "doubled-letter", NULL, "Vu le 8 novemmbre 1990.", "le 8 novemmbre 1990=1990-11-08" },
  { "swapped-letters", NULL, "Vu le 8 otcobre 1990.", "le 8 otcobre 1990=1990-10-08" },
  { "letter-at-the-end", NULL, "Vu le 8 octobrer 1990.", "1990=1990" },
  { "short-month", NULL, "Vu le 5 avrll 1998.", "le 5 avrll 1998=1998-04-05" },
  { "without-accent", NULL, "Vu le 12 fevrier 1934.", "le 12 fevrier 1934=1934-02-12" },
  { "wrong-accent", NULL, "Vu le 5 aoùt 1998.", "le 5 aoùt 1998=1998-08-05" },
  { "weekday", "2024-03-20", "Rendez-vous vendrdi 22 mars.", "vendrdi 22 mars=2024-03-22" },
  { "ordinary-words", NULL, "Il a reçu 12 maillets, 3 mats, 2 bouts et 5 avis.", "" },
  { "town", NULL, "Élu à Mayence, 12 avril exclu.", "12 avril=-" },
};

static const Row feast_rows[] = {
  { "ramadan", "2024-03-20", "Le ramadan a commencé dans le calme.", "Le ramadan=2024-03-11/2024-04-09~" },
  { "fitr", "2024-03-20", "Une trêve est espérée avant l’Aïd el-Fitr.", "l’Aïd el-Fitr=../2024-04-09~" },
  { "fitr-year", NULL, "Il fut libéré à l’Aïd al-Fitr 2023.", "l’Aïd al-Fitr 2023=2023-04-21~" },
  { "tabaski", "2018-08-25", "Des moutons ont manqué pour la Tabaski.", "la Tabaski=2018-08-21~" },
  { "mouloud-name", NULL, "L’écrivain Mouloud Feraoun est lu partout.", "" },
  { "passover", NULL, "Un accord fut signé à Pessah 2018.", "Pessah 2018=2018-03-30/2018-04-07" },
  { "kippour", NULL, "Rien n’ouvrit pour Yom Kippour 2018.", "Yom Kippour 2018=2018-09-18/2018-09-19" },
  { "chinese-new-year", "2024-02-14", "Les usines ont fermé pour le Nouvel an chinois.", "le Nouvel an chinois=2024-02-10" },
  { "orthodox", NULL, "Une trêve a tenu à la Pâque orthodoxe 2022.", "la Pâque orthodoxe 2022=2022-04-24" },
  { "ascension", "2024-03-20", "Le pont de l’Ascension sera chargé.", "l’Ascension=2024-05-09" },
  { "ascension-climb", "2024-03-20", "Il a raconté l’ascension du sommet.", "" },
  { "armistice-other", NULL, "L’armistice de 1953 tient encore.", "1953=1953" },
  { "past-feast", "2024-03-20", "À Pâques, il était absent.", "Pâques=2023-04-09" },
  { "promised-feast", "2024-03-20", "Il a promis une trêve pour Pâques.", "Pâques=2024-03-31" },
  { "local", "2024-03-20", "La fête nationale sera célébrée sans défilé.", "La fête nationale=2024-07-14?" },
  { "first-of-may", "2024-03-20", "Le défilé du 1er-Mai sera calme.", "1er-Mai=2024-05-01" },
  { "advent", NULL, "On alluma une bougie le premier dimanche de l’Avent 2024.",
    "le premier dimanche de l’Avent 2024=2024-12-01" },
  { "water-day", "2024-03-20", "La Journée mondiale de l’eau sera fêtée à Dakar.",
    "La Journée mondiale de l’eau=2024-03-22" },
};

static const Row figure_rows[] = {
  { "ordinal-in-words", NULL, "Fait le vingt-deuxième jour d’avril 1950.", "le vingt-deuxième jour d’avril 1950=1950-04-22" },
  { "glued", NULL, "Séance sam 15sept 2018, puis le 3mai 2019.", "sam 15sept 2018=2018-09-15|le 3mai 2019=2019-05-03" },
  { "spaces", NULL, "Reçu le 20 02 2014 au greffe.", "20 02 2014=2014-02-20" },
  { "spaces-short", NULL, "Reçu le 7 2 14 au greffe.", "7 2 14=2014-02-07" },
  { "day-month", "2024-03-20", "Reçu le 17 02.", "17 02=2024-02-17" },
  { "nought", "2024-03-20", "Prochain conseil 22/04, salle 2.", "22/04=2024-04-22" },
  { "mark", "2024-03-20", "Il obtint 12/20 puis 08/10, score 3-2.", "" },
  { "telephone", "2024-03-20", "Appelez le 06 12 20 18 90 ou le 01 02 20 14 15.", "" },
  { "year-month", NULL, "Relevé de 2016-11, puis de 11-2015 et de 2015/3.", "2016-11=2016-11|11-2015=2015-11|2015/3=2015-03" },
  { "law", NULL, "La loi n° 2016-11 et le décret no 2015-3.", "" },
  { "named-month", NULL, "Visa du 23/sep/2020 et du 01/août/2019.", "23/sep/2020=2020-09-23|01/août/2019=2019-08-01" },
  { "year-after-comma", NULL, "Reçu du 01/05 au 07/05, 2020.", "01/05 au 07/05, 2020=2020-05-01/2020-05-07" },
  { "two-with-strokes", "2020-03-20", "Fermé 28/2-1/3 pour travaux.", "28/2-1/3=2020-02-28/2020-03-01" },
  { "quarter", NULL, "Résultats du 2017T3 et du trimestre2 2018.", "2017T3=2017-07-01/2017-09-30|trimestre2 2018=2018-04-01/2018-06-30" },
};

static const Row group_rows[] = {
  { "week-end-of-two", "2024-03-20", "Le week-end des 13 et 14 avril sera frais.",
    "Le week-end des 13 et 14 avril=2024-04-13/2024-04-14" },
  { "end-of-quarter", "2024-03-20", "Il finira avant la fin du trimestre.", "la fin du trimestre=../2024-03-31~" },
  { "season", NULL, "Pendant la saison 2023/24 et l’hiver 2018-2019.", "2023/24=2023-01-01/2024-12-31|l’hiver 2018-2019=2018-24" },
  { "months-in-a-row", "2024-03-20", "Mai, juin et juillet furent secs.", "Mai=2023-05|juin=2023-06|juillet=2023-07" },
  { "capital-month", "2024-03-20", "Il viendra en Mai, pas avant.", "Mai=2024-05" },
  { "list", "2024-03-20", "Le salon ouvrira les 12, 13 et 14 juin.", "les 12, 13 et 14 juin=2024-06-12/2024-06-14" },
  { "pair-apart", "2024-03-20", "Deux tours, les 3 et 10 mai 2020.", "les 3=2020-05-03|10 mai 2020=2020-05-10" },
  { "or", "2024-03-20", "Il viendra le 5 ou le 6 avril.", "le 5=2024-04-05|le 6 avril=2024-04-06" },
  { "month-understood", "2024-03-20", "La foire se tiendra du 23 au 25.", "23 au 25=2024-03-23/2024-03-25" },
  { "between-days", "2024-03-20", "Il passera entre le 23 et le 25.", "le 23 et le 25=2024-03-23/2024-03-25" },
  { "words", "2024-03-20", "Le port fermera du treize au quinze juillet.", "treize au quinze juillet=2024-07-13/2024-07-15" },
  { "next-month", "2024-03-20", "Stage du 4 au 23 du mois prochain.", "4 au 23 du mois prochain=2024-04-04/2024-04-23" },
  { "until-now", "2024-03-20", "Entre le 22 janvier et maintenant, rien.", "le 22 janvier et maintenant=2024-01-22/2024-03-20" },
  { "weekday-of-end", "2018-06-20", "Salon du 13 au dimanche 15 juillet.", "13 au dimanche 15 juillet=2018-07-13/2018-07-15" },
  { "ages", "2024-03-20", "Des enfants de 3 à 5 ans, du lot 3 au lot 5.", "" },
  { "last-of-month", "2024-03-20", "Le conseil se réunira le dernier vendredi du mois.",
    "le dernier vendredi du mois=2024-03-29" },
  { "last-of-last-month", "2024-03-20", "Le conseil s’est réuni le dernier mardi du mois dernier.",
    "le dernier mardi du mois dernier=2024-02-27" },
  { "last-but-one", "2024-03-20", "Le conseil se réunira l’avant-dernier vendredi du mois.",
    "l’avant-dernier vendredi du mois=2024-03-22" },
  { "last-of-year", "2024-03-20", "Le bail court jusqu’au dernier jour de l’année.",
    "dernier jour de l’année=../2024-12-31" },
  { "named-month", NULL, "La foire ouvre le premier samedi du mois d’avril 2025.",
    "le premier samedi du mois d’avril 2025=2025-04-05" },
  { "fortnight-of-named-month", NULL, "Vendanges dans la première quinzaine du mois de septembre 2023.",
    "la première quinzaine du mois de septembre 2023=2023-09-01/2023-09-15" },
  { "both-next", "2024-03-20", "Le salon ouvre jeudi et vendredi prochains.",
    "jeudi=2024-03-28|vendredi prochains=2024-03-29" },
  { "before-feast", "2024-03-20", "Ils se marieront le dimanche avant Noël.",
    "le dimanche avant Noël=2024-12-22" },
  { "programme", "2024-10-07", "Suivront la physique mardi, la chimie mercredi, la littérature jeudi et la paix, le plus attendu de tous les prix, vendredi.",
    "mardi=2024-10-08|mercredi=2024-10-09|jeudi=2024-10-10|vendredi=2024-10-11" },
  { "two-decades", NULL, "Le jazz des années 1960 et 1970, puis des années 80 et 90.",
    "années 1960=196X|1970=197X|années 80=198X|90=199X" },
};

static const Row distance_rows[] = {
  { "after-date", "2024-03-20", "Deux semaines après le 3 mai 2019, il céda.", "Deux semaines après le 3 mai 2019=2019-05-17" },
  { "before-date", "2024-03-20", "Trois jours avant le 12 janvier 2020, il céda.", "Trois jours avant le 12 janvier 2020=2020-01-09" },
  { "before-yesterday", "2024-03-20", "C’était deux jours avant hier.", "deux jours avant hier=2024-03-17" },
  { "after-event", "2024-03-20", "Huit jours après son investiture, il céda.", "" },
  { "eve-of-feast", "2024-03-20", "Il est mort la veille de Noël 2019.", "la veille de Noël 2019=2019-12-24" },
  { "morrow-of-date", "2024-03-20", "Au lendemain du 11 septembre 2001, tout changea.",
    "Au lendemain du 11 septembre 2001=2001-09-12" },
  { "eve-of-event", "2024-03-20", "La veille du procès, il se tut.", "" },
  { "morrow", "2024-03-20", "Le 3 mai 2019, il céda. Le lendemain, il partit.", "Le 3 mai 2019=2019-05-03|Le lendemain=2019-05-04" },
  { "within", "2024-03-20", "Il répondra sous dix jours.", "sous dix jours=2024-03-20/2024-03-29" },
  { "several-units", "2024-03-20", "Il y a 1 an, 2 mois et 3 jours, il céda.", "Il y a 1 an, 2 mois et 3 jours=2023-01-17~" },
  { "lead-after-in", "2024-03-20", "Il partira dans deux jours à partir de vendredi.",
    "deux jours à partir de vendredi=2024-03-24" },
  { "today-in-eight-days", "2024-03-20", "Rendez-vous d’aujourd’hui en huit.", "aujourd’hui en huit=2024-03-27" },
  { "next-weekday-before", "2024-03-20", "Il viendra le prochain vendredi.", "le prochain vendredi=2024-03-22" },
  { "year-that-follows", "2024-03-20", "Il naquit en 1950 et partit l’année qui suit.", "1950=1950|l’année qui suit=1951" },
  { "week-number", "2024-03-20", "Livraison la semaine 12 de 2014.", "la semaine 12 de 2014=2014-03-17/2014-03-23" },
  { "week-of-feast", "2024-03-20", "Fermé la semaine de Noël 2019.", "la semaine de Noël 2019=2019-12-23/2019-12-29" },
  { "week-end-of", "2024-03-20", "Salon le week-end du 6 avril.", "le week-end du 6 avril=2024-04-06/2024-04-07" },
  { "of-the-month", "2024-03-20", "Il paie le 15 du mois.", "le 15 du mois=2024-03-15" },
  { "by-end-of-year", "2024-03-20", "Ce sera fait d’ici la fin de l’année.", "la fin de l’année=../2024-12-31~" },
  { "to-our-days", "2024-03-20", "De 1998 à nos jours.", "1998 à nos jours=1998-01-01/2024-03-20" },
  { "last-but-one", "2024-03-20", "Il a plu l’avant-dernière semaine.", "l’avant-dernière semaine=2024-03-04/2024-03-10" },
  { "first-day-of-year", "2024-03-20", "Il pleuvait le premier jour de l’année.", "le premier jour de l’année=2024-01-01" },
  { "last-hours", "2024-03-20", "Au cours des dernières 48 heures, il a plu.", "dernières 48 heures=2024-03-18/2024-03-20~" },
  { "first-days", "2024-03-20", "Il a plu les cinq premiers jours de mars.", "les cinq premiers jours de mars=2024-03-01/2024-03-05" },
  { "days-at-the-end", "2024-03-20", "Il a plu les derniers jours de mai 2019.", "les derniers jours de mai 2019=2019-05-21/2019-05-31~" },
  { "last-months-of-year", NULL, "Il a plu les trois derniers mois de l’année 2020.",
    "les trois derniers mois de l’année 2020=2020-10-01/2020-12-31" },
  { "in-8", "2024-03-20", "Il reviendra mardi en 8.", "mardi en 8=2024-04-02" },
  { "in-eight-days", "2024-03-20", "Il reviendra mardi en huit.", "mardi en huit=2024-04-02" },
  { "in-a-fortnight", "2024-03-20", "Il reviendra lundi en quinze.", "lundi en quinze=2024-04-08" },
  { "later-this-week", "2024-03-20", "Ils se verront plus tard cette semaine.", "plus tard cette semaine=2024-03-21/2024-03-24~" },
  { "rest-of-month", "2024-03-20", "Il sera absent le reste du mois.", "le reste du mois=2024-03-20/2024-03-31~" },
  { "last-days", "2024-03-20", "Ces derniers mois, les prix ont monté.", "" },
  { "ten-last-months", "2024-03-20", "Au cours des dix derniers mois, rien.", "dix derniers mois=2023-05-20/2024-03-19" },
  { "exactly", "2024-03-20", "Le pont est tombé il y a tout juste un an.",
    "il y a tout juste un an=2023-03-20~" },
  { "days-to-come", "2024-03-20", "Les jours qui viennent seront froids.", "" },
  { "week-that-ends", "2024-03-20", "La semaine qui s’achève fut froide.",
    "La semaine qui s’achève=2024-03-18/2024-03-24" },
  { "within-hours", "2024-03-20", "Un gouvernement sera nommé dans les 48 heures.",
    "dans les 48 heures=2024-03-20/2024-03-22~" },
  { "at-the-latest", "2024-03-20", "Il répondra lundi au plus tard.", "lundi=../2024-03-25" },
  { "at-the-earliest", "2024-03-20", "Il répondra au plus tôt lundi.", "lundi=2024-03-25/.." },
  { "was-to", "2024-02-03", "Le pays devait voter le 25 février.", "le 25 février=2024-02-25" },
  { "two-or-three", "2024-03-20", "Ils se sont connus il y a deux ou trois ans.",
    "il y a deux ou trois ans=2021-03-20/2022-03-20~" },
  { "mondays-ago", "2024-03-20", "Ils se sont vus il y a deux lundis.",
    "il y a deux lundis=2024-03-11" },
  { "count-from-other-day", "2024-06-07", "Le 6 juin 1944, ils débarquaient. Jeudi, 80 ans après, des vétérans sont revenus.",
    "Le 6 juin 1944=1944-06-06|Jeudi=2024-06-06|80 ans après=-" },
  { "length-from-day", "2024-04-17", "Une trêve de trois mois à compter du 1er mai est prévue.",
    "trois mois à compter du 1er mai=2024-05-01/2024-07-31" },
  { "days-after-told", NULL, "Blessé le 3 mai 2020, il resta couché les trois jours suivants.",
    "le 3 mai 2020=2020-05-03|les trois jours suivants=2020-05-04/2020-05-06" },
};

static const Row hour_rows[] = {
  { "after-hour", "2024-03-20", "Il parlera jeudi après 9h30.", "jeudi après 9h30=2024-03-21" },
  { "span-of-hours", "2024-03-20", "Audience le 3 mai de 14h00 à 16h00.", "le 3 mai de 14h00 à 16h00=2024-05-03" },
  { "of-the-morning", "2024-03-20", "Il partit vendredi à 5h du matin.", "vendredi à 5h du matin=2024-03-15" },
  { "short-weekday", "2013-02-10", "Réunion mer. 13 févr. 2013 au siège.", "mer. 13 févr. 2013=2013-02-13" },
  { "hours-in-words", "2024-03-20", "Rendez-vous demain à huit heures et demie.", "demain à huit heures et demie=2024-03-21" },
  { "hours-of-road", "2024-03-20", "C’est demain, à huit heures de route.", "demain=2024-03-21" },
  { "from-noon", "2024-03-20", "Il sera là vendredi à partir de midi.", "vendredi à partir de midi=2024-03-22" },
  { "end-of-day", "2024-03-20", "Il a parlé mardi en fin de journée.", "mardi en fin de journée=2024-03-19" },
  { "small-hours", "2024-03-20", "Ils sont entrés mardi au petit matin.", "mardi au petit matin=2024-03-19" },
  { "hours-of-debate", "2024-03-20", "Lundi après 10 heures de débat, il a cédé.", "Lundi=2024-03-18" },
  { "evening-hour", "2024-03-20", "Il parlera jeudi soir à 8 heures.",
    "jeudi soir à 8 heures=2024-03-21" },
  { "hour-before-day", "2024-03-20", "Il parlera vers 20 heures jeudi.",
    "20 heures jeudi=2024-03-21" },
};

/* Which day, by tense and by the words that announce. */
static const Row sense_rows[] = {
  { "participle", "2024-03-20", "Le ministre, nommé le 9 janvier, parlera ce soir.", "le 9 janvier=2024-01-09|ce soir=2024-03-20" },
  { "participle-month", "2024-03-20", "La loi votée en décembre sera révisée.", "décembre=2023-12" },
  { "participle-announced", "2024-03-20", "La réunion prévue jeudi est reportée à lundi.", "jeudi=2024-03-21|lundi=2024-03-25" },
  { "noun-in-é", "2024-03-20", "Un traité sera signé par l’armée vendredi.", "vendredi=2024-03-22" },
  { "simple-past", "2024-03-20", "Il libéra les otages vendredi.", "vendredi=2024-03-15" },
  { "imperfect", "2024-03-20", "Il retirait sa plainte vendredi.", "vendredi=2024-03-15" },
  { "future", "2024-03-20", "Il libérera les otages vendredi.", "vendredi=2024-03-22" },
  { "conditional-of-hearsay", "2024-03-20", "Il aurait fui vendredi.", "vendredi=2024-03-15" },
  { "present-that-announces", "2024-03-20", "Nantes reçoit samedi Rennes.", "samedi=2024-03-23" },
  { "opening", "2024-03-20", "Le procès s’ouvre lundi.", "lundi=2024-03-25" },
  { "aim", "2024-03-20", "Un meeting pour samedi, à Lille.", "samedi=2024-03-23" },
  { "preposition-à", "2024-03-20", "Audience le 3 mai à Sète.", "le 3 mai=2024-05-03" },
  { "same-weekday", "2024-03-20", "L’accord sera signé mercredi.", "mercredi=2024-03-20" },
  { "until-same-weekday", "2024-03-20", "L’alerte court jusqu’à mercredi 16 heures.", "mercredi 16 heures=../2024-03-20" },
  { "before", "2024-03-20", "Il faut un accord avant vendredi.", "vendredi=../2024-03-21" },
  { "programmes", "2024-03-20", "Les programmes du 12 avril, et eux seuls, ont plu.", "12 avril=2023-04-12" },
  { "future-passive", "2024-03-20", "Le jugement sera rendu le 12 avril.", "le 12 avril=2024-04-12" },
  { "infinitive-passive", "2024-03-20", "L’accord doit être signé le 12 avril.", "le 12 avril=2024-04-12" },
  { "begun", "2024-03-20", "Le procès a débuté vendredi.", "vendredi=2024-03-15" },
  { "begins", "2024-03-20", "Le procès débute vendredi.", "vendredi=2024-03-22" },
  { "called-off", "2024-03-20", "Le vote, initialement fixé au 25 février, est reporté.", "25 février=2024-02-25" },
  { "plan-gone-by", "2024-03-20", "Le vote prévu le 25 février a été boycotté.", "le 25 février=2024-02-25" },
  { "range-gone-by", "2024-03-18", "De lundi à mercredi, il a plu.", "lundi à mercredi=2024-03-11/2024-03-13" },
  { "month-just-named", "2024-03-20", "Il jugera le 12 avril et a jusqu’au 22 pour écrire.",
    "le 12 avril=2024-04-12|22=../2024-04-22" },
  { "conjunction", "2024-03-20", "Il y eut 400 morts entre janvier et mars, soit le double.", "janvier et mars=2024-01-01/2024-03-31" },
  { "due-date", "2024-03-20", "Rien avant l’échéance du 30 juin.", "30 juin=2024-06-30" },
  { "reported-speech", "2024-03-20", "Il a dit qu’il partirait vendredi.", "vendredi=2024-03-22" },
  { "hearsay-being", "2024-03-20", "Il serait mort vendredi.", "vendredi=2024-03-15" },
  { "today-tells-nothing", "2024-03-20", "Le 3 mai 2019, il a fui. Aujourd’hui, on sait qu’un mois plus tard, il est rentré.",
    "Le 3 mai 2019=2019-05-03|Aujourd’hui=2024-03-20|un mois plus tard=2019-06-03~" },
  { "weekdays-in-turn", "2024-03-19", "Il s’y rendra lundi et mardi.", "lundi=2024-03-25|mardi=2024-03-26" },
  { "passive-after-comma", "2024-03-20", "Le couvre-feu, en vigueur ici, sera levé dimanche.", "dimanche=2024-03-24" },
  { "at-the-latest", "2024-03-20", "Les résultats viendront au plus tard vendredi.", "vendredi=../2024-03-22" },
  { "attribution", "2024-03-20", "Les écoles fermeront dès vendredi, a-t-il dit.", "vendredi=2024-03-22" },
  { "morrow-to-come", "2024-03-20", "Il partira le 30 juin ; son successeur arrivera le lendemain.",
    "le 30 juin=2024-06-30|le lendemain=2024-07-01" },
  { "half-year", "2024-03-20", "Les ventes ont monté au premier semestre.", "premier semestre=2023-01-01/2023-06-30" },
  { "half-year-ahead", "2024-03-20", "Les ventes monteront au second semestre.", "second semestre=2024-07-01/2024-12-31" },
  { "participle-in-is", "2024-03-18", "Le maire, réélu dimanche, restera en place.",
    "dimanche=2024-03-17" },
  { "sept-people", "2024-04-03", "Rennes, 3 avril - Sept personnes ont fui.", "3 avril=2024-04-03" },
  { "year-that-opens", "2024-06-28", "En 2020, la foire avait eu lieu le 29 septembre.",
    "2020=2020|le 29 septembre=2020-09-29" },
  { "to-end", "2024-08-15", "La canicule devrait prendre fin ce week-end.",
    "ce week-end=2024-08-17/2024-08-18" },
  { "weekend-gone", "2024-03-20", "Il pleut depuis ce week-end.", "ce week-end=2024-03-16/.." },
  { "up-to-today", "2024-03-20", "De lundi à aujourd’hui, dix colis sont arrivés.",
    "lundi à aujourd’hui=2024-03-18/2024-03-20" },
  { "relative-clause", "2024-10-15", "La banque, qui avait baissé ses taux en septembre, se réunira bientôt.",
    "septembre=2024-09" },
  { "repelled", "2024-05-13", "L’armée a repoussé plusieurs assauts samedi.", "samedi=2024-05-11" },
  { "put-off-that-day", "2024-05-15", "Le match a été reporté mardi.", "mardi=2024-05-14" },
  { "put-off-to-day", "2024-05-15", "Le match a été reporté à mardi.", "mardi=2024-05-21" },
  { "coming-night", "2024-03-20", "Le froid reviendra la nuit prochaine.", "la nuit prochaine=2024-03-20" },
};

/* What looks like a date and is none. */
static const Row not_rows[] = {
  { "verb", "2024-03-20", "Il a passé deux nuits à Sète.", "" },
  { "days-that-follow", "2024-03-20", "Dans les jours suivants, il plut.", "" },
  { "some-monday", "2024-03-20", "Il naquit un lundi, un vendredi 13 dit-on.", "" },
  { "arab-spring", "2024-03-20", "Le printemps arabe et la révolution d’Octobre ont surpris.", "" },
  { "street", "2024-03-20", "Le siège est rue du 4 septembre, ou place du 8 mai.", "" },
  { "name-after", "2024-03-20", "La chanteuse Avril Lemoine est venue.", "" },
  { "name-before", "2024-03-20", "Le joueur Théo Avril a marqué.", "" },
  { "decree", "2024-03-20", "Le décret 2020-1310 est abrogé.", "" },
  { "chain", "2024-03-20", "Référence 133-03-03-2020 ou 2010-2015-86.", "" },
  { "more", "2024-03-20", "Il en faudrait 2000 de plus.", "" },
  { "abbreviation", "2024-03-20", "Les îles d’outre-mer 1.665 fois visitées.", "" },
  { "ascent", "2024-03-20", "Au terme de l’ascension, il chuta.", "" },
  { "full-width", "2024-03-20", "Le ２６ mars fut calme.", "" },
  { "year-far", "2024-03-20", "En l’an 12024, en 0000.", "" },
  { "september-other", "2024-03-20", "La rentrée de janvier fut calme.", "janvier=2024-01" },
  { "named-place", "2024-03-20", "Il habite rue du 4-Septembre, près du stade du 12 mai et de la place du 1er-Mai.", "" },
  { "team-of-fifteen", "2024-03-20", "Le 15 de France affrontera l’Irlande.", "" },
};

static const Row old_rows[] = {
  { "roman-month", NULL, "Lettre du 12.III.1919.", "12.III.1919=1919-03-12" },
  { "century-start", NULL, "Au début du XXe siècle, il émigra.", "début du XXe siècle=1900-01-01/1929-12-31~" },
  { "century-half", NULL, "Dans la seconde moitié du XIXe siècle.", "la seconde moitié du XIXe siècle=1850-01-01/1899-12-31" },
  { "centuries", NULL, "Du XVe au XVIIe siècle, on y battit monnaie.", "XVe au XVIIe siècle=1400-01-01/1699-12-31" },
  { "winter-54", NULL, "On parle encore de l’hiver 54.", "l’hiver 54=1954-24" },
  { "about-1850", NULL, "Il naquit vers 1850, dit-on.", "1850=1850" },
  { "decade-end", NULL, "À la fin des années 80, il émigra.", "la fin des années 80=1987-01-01/1989-12-31~" },
  { "half-of-month", NULL, "La première moitié de mars 1950 fut froide.",
    "La première moitié de mars 1950=1950-03-01/1950-03-15" },
  { "may-68", NULL, "Il était à Paris en Mai 68, dit-il.", "Mai 68=1968-05" },
  { "june-36", NULL, "Les congés payés datent de juin 36, dit-on.", "juin 36=1936-06" },
  { "short-year", NULL, "Rien en 98, deux en 99.", "98=1998|99=1999" },
  { "english-month", NULL, "Le communiqué du 5 May 2019 le dit.", "5 May 2019=2019-05-05" },
  { "back-to-school", "2024-03-20", "Il partira à la rentrée.", "à la rentrée=2024-09-01/2024-09-30%" },
  { "same-weekday-again", "2024-03-20", "Il est venu ce même lundi.", "ce même lundi=2024-03-18" },
  { "days-with-stroke", "2024-03-20", "Ouvert le 20/3, 22/3 ou 25/3.", "20/3=2024-03-20|22/3=2024-03-22|25/3=2024-03-25" },
};

/* One date however its characters are written. */
static const Row character_rows[] = {
  { "decomposed", NULL, "Né le 5 fe\u0301vrier 1950.", "le 5 fe\u0301vrier 1950=1950-02-05" },
  { "decomposed-august", NULL, "Né le 5 aou\u0302t 1950.", "le 5 aou\u0302t 1950=1950-08-05" },
  { "narrow-space", NULL, "Né le 5\u202fmai\u20091950.", "le 5\u202fmai\u20091950=1950-05-05" },
  { "soft-hyphen", NULL, "Né le 5 fé\u00advrier 1950.", "le 5 fé\u00advrier 1950=1950-02-05" },
  { "prime", "2024-03-20", "C’est aujourd\u2032hui.", "aujourd\u2032hui=2024-03-20" },
  { "more-than-after", "2020-03-28", "Le pont a rouvert plus de deux semaines après le 3 mai 2019.",
    "plus de deux semaines après le 3 mai 2019=2019-05-17/.." },
  { "grave", "2024-03-20", "La foire ouvre aujourd`hui.", "aujourd`hui=2024-03-20" },
  { "modifier-apostrophe", "2024-03-20", "Fini depuis lʼété 2019.", "lʼété 2019=2019-06-21/.." },
  { "capitals", NULL, "NÉ LE 3 FÉVRIER 1950, MORT LE 1ER AOUT 2001.",
    "LE 3 FÉVRIER 1950=1950-02-03|LE 1ER AOUT 2001=2001-08-01" },
};

/* What is counted behind a weekday is no day of the month. */
static const Row counted_rows[] = {
  { "les-deux", "2026-11-25", "Lundi les deux entreprises ont signé un accord.", "Lundi=2026-11-23" },
  { "comma", "2026-11-25", "Lundi, les deux entreprises ont signé.", "Lundi=2026-11-23" },
  { "capital", "2026-11-25", "Lundi les deux Coréens ont parlé.", "Lundi=2026-11-23" },
  { "digits", "2026-11-25", "Lundi, les 2 entreprises ont signé.", "Lundi=2026-11-23" },
  { "alone", "2026-11-25", "Mardi deux ont été tués.", "Mardi=2026-11-24" },
  { "day-in-words", "2026-11-25", "La cour siège le mercredi deux.", "le mercredi deux=2026-12-02" },
  { "day-and-month", "2026-11-25", "Mercredi deux décembre, la cour siège.", "Mercredi deux décembre=2026-12-02" },
  { "day-in-digits", "2026-11-25", "La cour siège le mercredi 2.", "le mercredi 2=2026-12-02" },
};

/* What was ordered lies after the order, nearest to it. */
static const Row order_rows[] = {
  { "gone-by", "2026-11-28", "Le maire a ordonné aux habitants de partir vendredi.", "vendredi=2026-11-27" },
  { "ahead", "2026-11-25", "Le maire a ordonné aux habitants de partir vendredi.", "vendredi=2026-11-27" },
  { "passive", "2026-11-25", "Les élèves ont été invités à ne pas se rendre au lycée vendredi.", "vendredi=2026-11-27" },
  { "after-the-act", "2026-11-28", "Mardi le juge a demandé aux deux frères de quitter la ferme jeudi.",
    "Mardi=2026-11-24|jeudi=2026-11-26" },
  { "noun", "2026-11-28", "La préfecture a ordonné la fermeture des écoles mercredi.", "mercredi=2026-11-25" },
  { "no-order", "2026-11-25", "Les secours ont réussi à rejoindre le hameau vendredi.", "vendredi=2026-11-20" },
};

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDateFinder) finder = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  finder = rcp_date_finder_new (&error);
  g_assert_no_error (error);
  add_rows (finder, "fr", "slip", slip_rows, G_N_ELEMENTS (slip_rows));
  add_rows (finder, "fr", "feast", feast_rows, G_N_ELEMENTS (feast_rows));
  add_rows (finder, "fr", "figures", figure_rows, G_N_ELEMENTS (figure_rows));
  add_rows (finder, "fr", "group", group_rows, G_N_ELEMENTS (group_rows));
  add_rows (finder, "fr", "distance", distance_rows, G_N_ELEMENTS (distance_rows));
  add_rows (finder, "fr", "hour", hour_rows, G_N_ELEMENTS (hour_rows));
  add_rows (finder, "fr", "sense", sense_rows, G_N_ELEMENTS (sense_rows));
  add_rows (finder, "fr", "not", not_rows, G_N_ELEMENTS (not_rows));
  add_rows (finder, "fr", "old", old_rows, G_N_ELEMENTS (old_rows));
  add_rows (finder, "fr", "characters", character_rows, G_N_ELEMENTS (character_rows));
  add_rows (finder, "fr", "counted", counted_rows, G_N_ELEMENTS (counted_rows));
  add_rows (finder, "fr", "order", order_rows, G_N_ELEMENTS (order_rows));
  return g_test_run ();
}
