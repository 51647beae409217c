"""Words for relations, by the type that they mean, in the commonest languages of spreadsheets.

A line of `SYNONYMS` is ``type: words``; ``<`` before the words means that they are read from the
target: *employed by* is *employs* the other way round. Nothing here is compared by likeness.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph.data.columns import TYPE_COLUMNS
from graph.data.declared_types import declare_type
from graph.data.vocabulary import RelationType

_EXTRA = """
sibling_of,0,yes,yes,no,is a sibling of,is a sibling of,was a sibling of
relative_of,0,yes,yes,no,is a relative of,is a relative of,was a relative of
friend_of,+,yes,yes,no,is a friend of,is a friend of,was a friend of
ancestor_of,0,no,yes,no,is an ancestor of,is a descendant of,was an ancestor of
killed,-,no,yes,yes,killed,was killed by,killed
participant_of,0,no,yes,no,takes part in,has as a participant,took part in
positive,+,no,yes,no,has a positive tie to,receives a positive tie from,
negative,-,no,yes,no,has a negative tie to,receives a negative tie from,
defence_pact,+,yes,yes,no,has a defence pact with,has a defence pact with,had a defence pact with
entente,+,yes,yes,no,has an entente with,has an entente with,had an entente with
nonaggression_pact,0,yes,yes,no,promises no attack on,promises no attack on,promised no attack on
neutrality_pact,0,yes,yes,no,promises neutrality to,promises neutrality to,promised neutrality to
"""
EXTRA_TYPES: Mapping[str, RelationType] = MappingProxyType(
    {
        line.partition(",")[0]: declare_type(dict(zip(TYPE_COLUMNS, line.split(","), strict=True)))
        for line in _EXTRA.strip().splitlines()
    }
)
"""Types that foreign files need often and the vocabulary lacks; they are declared in types.csv."""

SYNONYMS = """
ally: allied, alliance, allies, ally of, allied to, allied with, verbündet, verbündeter,
  allianz, bündnis, allié, alliance avec, aliado, alianza, союзник, союз, альянс, sojusznik,
  sojusz, coalition, coalition with
supports: support, supported, supporter, supporter of, backs, endorses, endorsed, unterstützt,
  unterstützer, soutient, soutien, apoya, apoyo, поддерживает, поддержка, підтримує, підтримка,
  wspiera, popiera, helps, aids
supports: < supported by, backed by, endorsed by, unterstützt von, soutenu par, apoyado por
funds: fund, funding, funded, finances, financed, financing, funder, financial support,
  sponsors, sponsor, finanziert, finanzierung, finance, financement, financia, financiación,
  финансирует, финансирование, спонсирует, фінансує, фінансування, finansuje, finansowanie,
  grant, grants, bankrolls
funds: < funded by, financed by, finanziert von, financé par, sponsored by, grant from
supplies: beliefert, supply, supplier, supplier of, sold to, sells to, delivers to, delivered
  to, exports to, liefert, liefert an, lieferant, fournit, fournisseur, suministra, proveedor,
  поставляет, поставщик, постачає, dostarcza, dostawca, arms
supplies: < buys from, bought from, supplied by, client, client of, customer, customer of,
  kunde, kunde von
opposes: oppose, opposed, opponent, enemy, enemy of, rival, rival of, hostile, hostile to,
  hostility, adversary, conflict, conflict with, feud, gegner, feind, feindlich, rivale,
  verfeindet, ennemi, opposant, adversaire, hostil, enemigo, rivalidad, opone, враг, противник,
  соперник, вражда, враждует, ворог, противник, суперник, wróg, przeciwnik, wrogi, rywal,
  against, dispute, dispute with, anti, foe
sanctions: sanction, sanctioned, sanktioniert, sanctionne, sanciona, санкции, ввел санкции,
  санкції, sankcje
sanctions: < sanctioned by, sanktioniert von
attacks: attack, attacked, invades, invaded, war, war with, at war with, fights, greift an,
  angriff, krieg, attaque, guerre, ataca, guerra, атакует, напал, война, атакує, напад, війна,
  atakuje, wojna, bombed, strikes
attacks: < attacked by, invaded by, angegriffen von
leads: lead, leader, leader of, led, head, head of, heads, director, director of, managing
  director, ceo, ceo of, chief executive, chief executive officer, chair, chairman, chairwoman,
  chairperson, chair of, chairman of, president, president of, president at, boss, boss of,
  manager, manager of, manages, minister of, governor, mayor, mayor of, king, king of, general
  director, executive director, editor in chief, leitet, leiter, leiter von, direktor,
  geschäftsführer, geschäftsführerin, geschäftsführer von, vorsitz, aufsichtsratsvorsitz,
  geschäftsführung, vorsitzender, vorsitzende, vorstand,
  chef, chef von, präsident, dirige, directeur, directrice, directeur de, pdg, président,
  président de, gérant, director general, directora, presidente, presidente de, jefe,
  руководитель, глава, директор, генеральный директор, председатель, президент, возглавляет,
  руководит, керівник, голова, очолює, керує, генеральний директор, prezes, prezes zarządu,
  wiceprezes, kierownik, dyrektorka, vorstandsvorsitzender, vorstandsvorsitzende, dyrektor,
  kieruje, szef, przewodniczący, chief, chief of, master, patron, director at, chair at, ceo at,
  rabbi, chief official, lord, supervisor, supervises, vorgesetzter, начальник, szefowa
leads: < led by, supervised by, directed by, headed by, managed by, chaired by, run by, geleitet
  von, dirigé par, dirigido por
commands: command, commander, commander of, commanded, befehligt, kommandeur, commande,
  commandant, manda, comandante, командует, командир, командує, dowodzi, dowódca, overlord, army
  commander, officer commanding
commands: < commanded by, subordinate, subordinate to, subordinated to, reports to, report to,
  serves under, vassal, vassal of, untergeordnet, untersteht, subordonné, subordinado,
  подчиняется, подчиненный, підпорядкований, podwładny, podlega, servant, servant of, officer,
  lieutenant, lieutenant of
member_of: member, member of, membership, is member of, belongs to, board member, board member
  of, member at, committee member, joined, affiliated with, affiliation, mitglied, mitglied von,
  mitglied in, mitglied bei, mitglied der, mitglied des, mitgliedschaft, gehört zu,
  aufsichtsrat, membre, membre de, miembro, miembro de, участник, член, член партии, состоит в,
  входит в, учасник, член партії, входить до, członek, członkini, członek zarządu, członek rady,
  członek rady nadzorczej, rada nadzorcza, aufsichtsratsmitglied, vorstandsmitglied, член совета
  директоров, член правления, член правління, należy do, trustee, trustee of, deputy, delegate,
  fellow, board of directors, affiliate, disciple, apostle
member_of: < has member, has members, members, party, political party, partei, parti, partido,
  партия, партія, partia
part_of: tochter von, tochter der, tochtergesellschaft, tochterunternehmen, tochterunternehmen
  von, spółka córka, société fille, part, part of, subsidiary, subsidiary of, division of,
  branch of, department of, unit of, component of, tochterfirma, tochtergesellschaft von, teil
  von, abteilung von, filiale de, filiale, partie de, filial de, parte de, часть, дочерняя
  компания, филиал, частина, дочірня компанія, część, spółka zależna, hierarchy
part_of: < includes, contains, parent company, parent company of, parent organisation of, parent
  organisation, parent organization, parent org, muttergesellschaft, société mère
hosts: host, hosted, host of, beherbergt, accueille, alberga, принимает, приймає, gości
trades_with: trade, trades with, trading partner, handel, handelt mit, commerce avec, comercia
  con, торговля, торгует с, торгівля, handluje z, trade partner
borders: border, neighbor, neighbour, neighboring, shares border with, contiguity, grenzt an,
  nachbar, frontière, limita con, граничит, граничит с, сосед, межує, graniczy, graniczy z,
  sąsiad
located_in: located in, location, based in, headquartered in, lives in, resides in, residence,
  capital of, ansässig in, wohnt in, sitz in, situé à, basé à, ubicado en, vive en, находится в,
  живет в, расположен, розташований, mieszka w, znajduje się w, place of residence, country,
  headquarters location
owns: own, owner, owner of, owned, ownership, shareholder, shareholder of, share in, stake in,
  holds shares in, has stake in, beneficial owner, beneficial owner of, co owner, eigentümer,
  eigentümer von, inhaber, inhaber von, besitzt, gesellschafter, gesellschafter von, aktionär,
  aktionär von, anteilseigner, propriétaire, propriétaire de, actionnaire, actionnaire de,
  possède, détient, posee, propietario, accionista, accionista de, владеет, владелец,
  собственник, акционер, учредитель компании, бенефициар, володіє, власник, акціонер,
  бенефіціар, właściciel, jest właścicielem, udziałowiec, akcjonariusz, wspólnik,
  współwłaściciel, gesellschafterin, aktionärin, anteilseignerin, kommanditist, associé,
  associée, actionnaire majoritaire, socio, совладелец, співвласник, majority shareholder,
  minority shareholder, concubinator
owns: < owned by, belongs to owner, property of, gehört, im besitz von, appartient à, propiedad
  de, принадлежит, належить, należy do właściciela
controls: control, controlled, controlling, kontrolliert, contrôle, controla, контролирует,
  контролює, kontroluje
controls: < controlled by, kontrolliert von
founded: founder, founder of, co founder, co founder of, cofounder, cofounder of, established,
  created, gründer, gründer von, gründerin, gründete, mitgründer, fondateur, fondateur de,
  fonda, fundador, fundador de, fundó, основатель, основал, учредитель, засновник, заснував,
  założyciel, założyła, założył, założycielka, fundator, fundatorka, gründerin von,
  основательница, засновниця, fundadora, fondatrice, fondatrice de, creator
founded: < founded by, founders, gegründet von, fondé par, fundado por, created by, creation,
  established by
employs: employ, employer, employer of, employed, hired, arbeitgeber, arbeitgeber von,
  beschäftigt, emploie, employeur, emplea, empleador, работодатель, роботодавець, pracodawca
employs: < employed by, beschäftigt bei, tätig bei, employé chez, zatrudniony w, zatrudniona w,
   employee, employee of, works for, works at, worked for, worked at,
  working for, work, job, staff, staff of, employment, arbeitet für, arbeitet bei, angestellt
  bei, angestellter, mitarbeiter, mitarbeiter von, angestellter bei, employé, employé de,
  travaille pour, empleado, empleado de, trabaja para, trabaja en, работает в, работает на,
  сотрудник, працює в, працює на, працівник, pracuje w, pracuje dla, pracownik, professional
advises: advise, advisor, adviser, advisor of, advisor to, adviser to, consultant, consultant
  to, consultant for, counsel, berät, berater, berater von, beraterin, conseille, conseiller,
  conseiller de, asesora, asesor, asesor de, советник, советует, консультирует, радник,
  консультує, doradca, doradza, strategic advisor
advises: < advised by, beraten von
represents: represent, representative, representative of, lawyer, lawyer of, lawyer for,
  attorney, attorney for, agent of, spokesperson, spokesman, vertritt, vertreter, vertreter von,
  anwalt, anwalt von, représente, avocat, avocat de, representa, abogado, abogado de,
  представляет, представитель, адвокат, представляє, представник, reprezentuje, przedstawiciel,
  prawnik, adwokat
represents: < represented by, vertreten durch
appointed: appoints, nominated, nominates, named, ernannte, ernennt, nomme, nombró, назначил,
  призначив, mianował, powołał
appointed: < appointed by, nominated by, ernannt von, nommé par, nombrado por, назначен,
  appointee
married_to: married, marriage, married with, spouse, spouse of, husband, husband of, wife, wife
  of, partner of, spouses, verheiratet, verheiratet mit, ehe, ehemann, ehefrau, ehepartner,
  ehemann von, ehefrau von, marié, mariée, marié à, mariée à, épouse, mari, conjoint, casado
  con, casada con, casado, cónyuge, esposo, esposa, esposo de, esposa de, муж, жена, супруг,
  супруга, женат, замужем, женат на, замужем за, брак, чоловік, дружина, одружений, шлюб, mąż,
  żona, małżonek, małżeństwo, żonaty, zamężna
parent_of: parent, parent of, father, father of, mother, mother of, vater, vater von, mutter,
  mutter von, elternteil, père, père de, mère, mère de, padre, padre de, madre, madre de, отец,
  мать, родитель, батько, мати, ojciec, matka, rodzic
parent_of: < child, child of, son, son of, daughter, daughter of, kind von, sohn, sohn von,
  tochter, tochter von, fils, fils de, fille, fille de, hijo, hijo de, hija, hija de, сын, дочь,
  ребенок, син, донька, дочка, syn, córka, dziecko, born by
sibling_of: sibling, sibling of, siblings, brother, brother of, sister, sister of, brothers,
  sisters, half brother, half sister, half brother of, half sister of, bruder, bruder von,
  schwester, schwester von, geschwister, frère, frère de, sœur, soeur, sœur de, hermano, hermano
  de, hermana, hermana de, брат, сестра, брат і сестра, brat, siostra, rodzeństwo
relative_of: relative, relative of, relatives, family, family of, kin, cousin, cousin of, uncle,
  aunt, uncle of, aunt of, nephew, niece, nephew of, niece of, grandson, granddaughter,
  grandfather, grandmother, grandson of, grandfather of, brother in law, sister in law, father
  in law, mother in law, son in law, daughter in law, brother in law of, verwandt, verwandt mit,
  familie, onkel, tante, neffe, nichte, famille, parenté, oncle, pariente, familia, tío,
  родственник, семья, родич, родина, сім'я, krewny, rodzina, kuzyn, in law
ancestor_of: ancestor, ancestor of, vorfahr, ancêtre, antepasado, предок, przodek
ancestor_of: < descendant, descendant of, nachkomme, descendiente, потомок, нащадок, potomek
friend_of: friend, friend of, friends, friendship, friends with, close to, freund, freundin,
  freund von, befreundet, befreundet mit, ami, amie, ami de, amigo, amiga, amigo de, друг,
  подруга, дружит с, приятель, друзі, przyjaciel, przyjaźń, przyjaźni się z, best friend
killed: kills, killer, killer of, murdered, murderer of, tötete, ermordete, assassine, tué,
  mató, asesinó, убил, вбив, zabił, assassinated, executed
killed: < killed by, victim, victim of, murdered by, getötet von, tué par
knows: know, knew, acquaintance, acquaintance of, acquainted with, contact, contacts, contact
  of, colleague, colleague of, kennt, bekannt mit, bekannter, connaît, connaissance, conoce,
  conocido de, знает, знаком с, знакомый, знайомий, знає, zna, znajomy, znajoma, colleagues,
  social
met: meets, meeting, met with, meeting with, traf, getroffen, treffen, treffen mit, rencontre,
  rencontré, se reunió con, reunión, встретился с, встреча, встречался с, зустріч, зустрівся з,
  spotkał, spotkanie, spotkał się z
donated_to: donated, donates, donates to, donation, donation to, donor, donor to, donor of, gave
  money to, gives money to, contributed to, contribution, campaign contribution, spendete,
  spendet, spendet an, spendet für, spenderin, donateur, donatrice, spende, spendete an,
  spender, donne à, don, a fait un don à, donó, donó a, donación, donante, пожертвовал,
  пожертвование, дал деньги, донор, пожертвував, пожертва, darowizna, przekazał darowiznę,
  wpłacił, darczyńca, donations, gave to, donated money to
donated_to: < received a donation from, donations from, donated by, got money from, received
  money from
paid: pay, pays, payment, paid to, pays to, payment to, payments, transfer, transferred to,
  transfer to, bribe, bribed, kickback, kickbacks, zahlte, zahlte an, zahlung, bezahlte,
  bezahlt, überweisung, paie, paiement, a payé, verse, versement, pagó, pago, pagó a,
  transferencia, заплатил, платит, платеж, выплата, перевод, заплатив, платіж, оплата, zapłacił,
  płatność, przelew, transaction, wired
paid: < paid by, payment from, received payment from, received from, bezahlt von
lent_to: lent, lends, lends to, loan, loan to, loaned, loaned to, credit, credit to, lender,
  lender to, creditor of, lieh, leiht, darlehen, darlehen an, kredit, kredit an, prête à, prêt,
  prêt à, a prêté à, prestó, préstamo, prestó a, одолжил, заем, кредит, позичив, позика,
  pożyczył, pożyczka, kredyt, mortgage
lent_to: < borrowed from, borrows from, loan from, debtor of, lieh von
invested_in: invested, invests, invests in, investment, investment in, investor, investor in,
  investor of, investierte, investierte in, investition, a investi dans, investissement,
  investisseur, invirtió en, inversión, inversor, инвестировал, инвестор, инвестиция,
  інвестував, інвестор, zainwestował, inwestor, inwestycja
invested_in: < investment from, received investment from
contracts_with: contract, contracts, contract with, contracted, contracted with, contractor,
  contractor of, awarded contract to, awarded a contract to, contract award, vertrag, vertrag
  mit, auftrag an, vergab auftrag an, contrat, contrat avec, contrato, contrato con, контракт,
  договор, контракт с, договір, контракт з, umowa, umowa z, kontrakt, business partner, business
  with
lobbies: lobby, lobbied, lobbying, lobbyist, lobbies for, lobbyiert, lobbyist bei, lobbyarbeit,
  fait du lobbying, cabildea, лоббирует, лобіює, lobbuje
lobbies: < lobbied by
investigates: investigate, investigated, investigation, investigator, probes, audits, audited,
  ermittelt, ermittelt gegen, untersucht, ermittlungen gegen, enquête sur, enquête, investiga,
  investigación, расследует, следствие, розслідує, prowadzi śledztwo, bada
investigates: < investigated by, under investigation by
sued: verklagt, klagt gegen, klage, a porté plainte contre, sues, lawsuit, lawsuit against,
  litigation, plaintiff against, klagte, verklagte, klage gegen, poursuit, procès contre,
  demandó, demanda, подал в суд, иск, позов, pozwał, pozew
sued: < sued by, defendant
criticises: criticizes, criticise, criticize, criticism, criticised, criticized, criticised
  publicly, kritisiert, kritik, critique, critica, crítica, критикует, критика, критикує,
  krytykuje, krytyka, accuses, accused, condemned, condemns
criticises: < criticised by, criticized by
praises: praise, praised, lobt, loue, elogia, хвалит, хвалить, chwali
signed_with: signed, signatory, agreement, agreement with, treaty, treaty with, signed agreement
  with, abkommen, abkommen mit, accord, accord avec, acuerdo, acuerdo con, соглашение, угода,
  договор с, porozumienie, porozumienie z, memorandum
studied_at: studied, student at, student of, alumnus of, alumni, alumna of, education, educated
  at, attended, graduate of, graduated from, studierte an, studierte, student an, absolvent, a
  étudié à, étudiant, estudió en, estudió, учился в, окончил, выпускник, навчався в, закінчив,
  випускник, studiował, absolwent, student
participant_of: participant, participated in, participates in, participation, takes part in,
  attendee, attends, teilnehmer, nahm teil an, participant à, a participé à, participó en,
  participante, участвовал, участвует в, брав участь, uczestnik, uczestniczył w
related_to: related, related to, relation, linked, linked to, linked with, associated with,
  associate, associate of, associates, association, connected to, connection, connection to,
  other, other connection, generic, tie, link, verbunden mit, verbindung, beziehung, lié à,
  lien, relacionado con, vinculado a, vínculo, связан с, связь, пов'язаний з, зв'язок, powiązany
  z, powiązanie
defence_pact: defence, defense, defense pact, mutual defense, mutual defence, defence treaty,
  defense treaty, beistandspakt, verteidigungspakt
entente: consultation, consultation pact
nonaggression_pact: nonaggression, non aggression, non aggression pact, nichtangriffspakt
neutrality_pact: neutrality, neutralität
positive: positive, positive tie, positiv, positif, positivo, положительный, позитивний,
  pozytywny, like, likes, trusts, trust
negative: negative, negative tie, negativ, négatif, negativo, отрицательный, негативний,
  negatywny, dislike, dislikes, distrusts, hates
"""

KIND_SYNONYMS = """
person: person, persons, people, individual, individuals, human, natural person, personne,
  persona, personen, mensch, human being, человек, лицо, физлицо, физическое лицо, люди, особа,
  людина, фізична особа, osoba, osoby, człowiek, osoba fizyczna, personne physique
state: state, country, nation, countries, states, sovereign state, staat, land, pays, état,
  país, estado, страна, государство, країна, держава, kraj, państwo, nation state
organisation: organisation, organization, org, orga, organisations, organizations, organización,
  organismo, организация, організація, organizacja, legal person, legal entity, juristische
  person, personne morale, юрлицо, юридическое лицо, юридична особа
armed_group: armed group, militia, rebel group, rebels, paramilitary, bewaffnete gruppe, miliz,
  groupe armé, grupo armado, guerrilla, вооруженная группа, ополчение, збройна група, grupa
  zbrojna, bojówka
alliance: alliance, allianz, bündnis, alianza, альянс, союз, sojusz
institution: institution, institutions, institución, учреждение, институт, установа, instytucja,
  public body
movement: movement, bewegung, mouvement, movimiento, движение, рух, ruch
place: place, location, city, town, village, ort, stadt, lieu, ville, lugar, ciudad, место,
  город, місце, місто, miejsce, miasto, region
asset: asset, vermögenswert, actif, activo, актив, aktywo
"""

_CATEGORIES = """position, education, member of, family, donated to, transaction, lobbied, social,
professional, owner of, hierarchy, related to"""
LITTLESIS = {str(n): words.strip() for n, words in enumerate(_CATEGORIES.split(","), 1)}
"""What LittleSis's numbers of categories mean."""
