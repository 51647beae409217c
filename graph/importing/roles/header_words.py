"""The words that name columns, in the commonest languages of spreadsheets.

English, German, French, Spanish, Russian, Ukrainian and Polish. Words are written as people write
them, and compared without case, accents and script. A word that stands first is the surer one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.importing.roles.folded_headers import fold_header

RELATION_WORDS: Mapping[str, str] = {
    "type": """
        relation type, relationship type, relation, relationship, type of relation, predicate,
        property, edge type, tie type, link type, interaction, tie, type of tie, connection type,
        beziehungsart, beziehungstyp, beziehung, art der beziehung, type de relation, lien,
        nature du lien, type de lien, verbindung, art der verbindung, rodzaj powiązania,
        relación, tipo de relación, вид связи, тип связи, связь, отношение, тип отношения, тип
        зв'язку, зв'язок, відношення, відносини, relacja, typ relacji, rodzaj relacji, powiązanie,
        category id, type, relationship category, category, kind, art, typ, tipo, тип, вид,
        rodzaj, payment type, role, role type, position, rolle, funktion, rôle, fonction, poste,
        rol, cargo, función, роль, должность, посада, rola, funkcja, stanowisko, job title,
        description 1, label, prop label, edge label, action, event type, verb, what, what happened,
        how, how connected, how related, how they know each other, nature, nature of relationship,
        nature of the relationship, nature of relation, relationship description, link, links,
        connection, relation to, was, wie, quoi, qué, cómo, что, как, що, як, co, jak""",
    "start": """
        start date, start, since, from date, date from, valid from, begin date, begin, beginning,
        began, start year, from year, year from, start time, started, since when, effective date,
        dyad st year, st year, styear, seit, beginn, anfang, von datum, startdatum, gültig ab,
        depuis, début, date de début, date début, desde, inicio, fecha de inicio, fecha inicio,
        начало, дата начала, с какого года, с, з, початок, дата початку, od, od kiedy, od roku,
        początek, data rozpoczęcia, data początkowa, amount date, donation date, date of payment,
        from, von, vom""",
    "end": """
        end date, end, until, to date, date to, valid to, end year, to year, year to, end time,
        till, ended, finish, through, dyad end year, endyear, bis, ende, enddatum, gültig bis,
        jusqu'à, jusqu'en, jusqu'au, fin, date de fin, date fin, hasta, fecha de fin, fecha fin,
        конец, дата окончания, окончание, по, до, кінець, дата закінчення, do kiedy, do roku,
        koniec, data zakończenia, to""",
    "date": """
        date, year, when, time, period, years, datum, jahr, zeitraum, zeit, année, quand, période,
        fecha, año, cuándo, período, дата, год, когда, период, рік, коли, період, data, rok, kiedy,
        okres, lata, timestamp, time interval, timeset, interval, time period""",
    "weight": """
        weight, strength, amount, value, frequency, freq, count, sum, money, price, total, betrag,
        summe, gewicht, stärke, häufigkeit, anzahl, montant, poids, somme, importe, monto, peso,
        montant ht, montant ttc, valor, cantidad, сумма, вес, количество, сума, вага, кількість,
    kwota, waga, suma, liczba,
        rating, trust, intensity, amount eur, amount usd, value eur, value usd, edge weight, tie
        strength, transaction value, contract value, n""",
    "confidence": """
        confidence, certainty, reliability, grade, probability, likelihood, sicherheit,
        wahrscheinlichkeit, verlässlichkeit, certitude, fiabilité, confiance, confianza, certeza,
        fiabilidad, достоверность, уверенность, надежность, достовірність, надійність, pewność,
        wiarygodność, admiralty, admiralty grade, confidence level""",
    "reference": """
        reference, references, source url, url, link, links, citation, citations, source link,
        reference url, source id, reference id, evidence, sources, source, ref, refs, quelle,
        quellen, beleg, belege, fundstelle, référence, références, lien url, url source, fuente,
        fuentes, enlace, referencia, источник, источники, ссылка, ссылки, джерело, джерела,
        посилання, źródło, źródła, odnośnik, attribution, source of information, web link,
        documents""",
    "note": """
        note, notes, comment, comments, description, remark, remarks, details, detail, bemerkung,
        bemerkungen, notiz, notizen, anmerkung, anmerkungen, kommentar, beschreibung, hinweis,
        remarque, remarques, commentaire, commentaires, nota, notas, comentario, comentarios,
        descripción, observaciones, описание, примечание, примечания, комментарий, заметка, uwagi,
        opis, notatka, komentarz, примітка, примітки, опис, коментар, relation note,
        relationship notes, additional information, summary, text""",
    "claimant": """
        claimant, said by, claimed by, according to, says who, who says, reported by, laut,
        nach angaben von, selon, d'après, según, по словам, по данным, за словами, według""",
    "basis": "basis, evidence type, knowledge type, grundlage, base, основание, підстава, podstawa",
    "stance": "stance",
    "directed": """
        direction, directed, directionality, is directed, mutual, undirected, bidirectional,
        richtung, sens, sentido,
        dirección, направление, напрям, kierunek""",
    "sign": "sign, polarity, valence, sentiment, vorzeichen, signe, signo, знак, znak",
    "id": """
        relation id, relationship id, edge id, link id, tie id, connection id, id, person
        relationship id""",
    "private": "private, is private",
}

ACTOR_WORDS: Mapping[str, str] = {
    "key": """
        id, key, node id, actor id, entity id, person id, identifier, uuid, uid, qid, guid, kennung,
        identifiant, identificador, идентификатор, ідентифікатор, identyfikator, ccode, code, nr""",
    "name": """
        name, full name, label, display name, actor name, entity name, person name, title, caption,
        actor, entity, person, node, vertex, element, character, organisation, organization,
        company, country, state, individual, item label, state name, statenme, company name, nom,
        nom complet, intitulé, nombre, nombre completo, имя, фио, название, имя и фамилия,
        полное имя, наименование, персона, ім'я, піб, назва, імя, повне ім'я, imię i nazwisko,
        nazwa, nazwisko i imię, bezeichnung, titel, akteur, acteur, actores, vollständiger name,
        person label, who, people, names, member, party""",
    "kind": """
        kind, actor type, entity type, node type, type, category, class, schema, primary ext, art,
        typ, kategorie, catégorie, tipo, categoría, clase, тип, категория, вид, категорія, rodzaj,
        kategoria, label 2, group type, mode, donor type, element type""",
    "aliases": """
        aliases, alias, aka, also known as, a k a, other names, other name, alt label, alt labels,
        alternative name, alternative names, alternate names, nickname, nicknames, synonyms,
        auch bekannt als, weitere namen, anderer name, alias namen, autres noms, autre nom,
        también conocido como, otros nombres, псевдонимы, псевдоним, также известен как,
        другие имена, псевдоніми, також відомий як, інші назви, inne nazwy, inne nazwiska,
        pseudonim, znany jako, former name, former names""",
    "description": """
        description, bio, biography, blurb, about, summary, notes, note, comment, comments, details,
        remarks, person notes, beschreibung, bemerkung, bemerkungen, notiz, notizen, anmerkungen,
        kommentar, biographie, remarques, commentaire, descripción, biografía, notas,
        observaciones, comentario, описание, биография, примечание, примечания, комментарий, опис,
        біографія, примітки, коментар, opis, biografia, uwagi, item description""",
    "start": """
        start, start date, born, birth date, birthdate, date of birth, birth, dob, birth year,
        birthyear, year of birth, founded, founding date, date founded, inception, established,
        geboren, geburtsdatum, geburtsjahr, gegründet, gründung, né, née le, naissance,
        date de naissance, fondé, création, nacimiento, fecha de nacimiento, fundado, родился,
        дата рождения, год рождения, основан, дата основания, народився, дата народження,
        рік народження, заснований, urodzony, data urodzenia, rok urodzenia, założony, styear""",
    "end": """
        end, end date, died, death date, deathdate, date of death, death, death year, deathyear,
        year of death, dissolved, date dissolved, gestorben, sterbedatum, todesdatum, aufgelöst,
        mort, décès, date de décès, dissous, defunción, fecha de defunción, muerte, disuelto,
        умер, дата смерти, год смерти, распущен, помер, дата смерті, рік смерті, zmarł, data
        śmierci, rok śmierci, rozwiązany, endyear""",
    "reference": """
        reference, references, source, sources, source url, citation, link, url, wikipedia, quelle,
        quellen, référence, références, fuente, fuentes, referencia, источник, источники, ссылка,
        джерело, джерела, посилання, źródło, źródła, odnośnik, attribution""",
    "first name": "first name, given name, forename, firstname, vorname, prénom, имя собственное",
    "last name": "last name, family name, surname, lastname, nachname, familienname, nom de"
    " famille, apellido, apellidos, фамилия, прізвище, nazwisko",
    "private": "private, is private",
}

ATTRIBUTES: Mapping[str, str] = {
    "key": "id, ids, key, code, identifier, uuid, qid, nr, kennung, uri",
    "name": "name, label, names, title, nom, nombre, имя, название, nazwa, назва",
    "kind": "type, kind, class, category, group, typ, тип, art, schema",
}
"""What is said of an end, in a header such as ``source_id``."""

END_NOUNS = """
    person, people, actor, node, vertex, entity, element, country, state, org, organisation,
    organization, company, player, character, member, individual, side, user, party, ccode,
    stateabb, statename, stabb, abb, politician, name, id, akteur, knoten, acteur, noeud, pays,
    personne, nodo, persona, país, лицо, страна, узел, особа, країна, вузол, osoba, kraj, węzeł,
    firma, item, object, subject, team, club, family, agent, group, alter, ego, end, entry, author,
    partner, contact, neighbor, endpoint
"""

MIRRORS = """
    source/target, from/to, subject/object, start/end, sender/receiver, sender/recipient, 1/2, a/b,
    left/right, ego/alter, head/tail, first/second, origin/destination, src/dst, src/tgt, s/t, i/j,
    von/an, von/nach, von/zu, quelle/ziel, de/à, de/vers, de/a, desde/hacia, desde/hasta,
    origen/destino, origine/destination, от/к, от/кому, от кого/кому, кто/кому, кто/кого,
    источник/цель, источник/получатель, від/до, від кого/кому, хто/кому, джерело/ціль, od/do,
    źródło/cel, kto/komu, kto/kogo, who/whom, from whom/to whom, absender/empfänger,
    émetteur/destinataire, emisor/receptor, отправитель/получатель, nadawca/odbiorca,
    відправник/одержувач, qui/à qui, qui/avec qui, quién/a quién, quién/con quién, wer/wem,
    wer/wen, wer/an wen, wer/mit wem, кто/с кем, хто/з ким, kto/z kim, who/to whom, who/with whom,
    chi/a chi, source/destination, sourceid/targetid, fromid/toid, one/two, x/y, від/кому, хто/кого,
    calling/called, caller/callee, caller/called, callingnumber/callednumber,
    caller/called party, calling party/called party, calling number/called number,
    від кого/до кого, от кого/к кому, od/komu, od kogo/komu, od kogo/do kogo, von wem/an wen,
    von wem/wem, de qui/à qui, de quién/a quién, da/a
"""
"""The words for the two ends of a relation, where nothing else differs in the two headers."""

DATE_NOUNS = """
    date, year, day, month, time, datum, jahr, année, an, mois, jour, fecha, año, дата, год, рік,
    data, rok, timestamp, when, period
"""

PAIRS = """
    donor, contributor, spender, spenderin, donateur, donante, донор, жертвователь, darczyńca,
    донатор >
    recipient, party, candidate, donee, beneficiary, partei, empfänger, parti, partido, партия,
    получатель, partia, odbiorca, committee, партія, bénéficiaire = donated_to; payer, paid by,
    zahler, zahlungspflichtiger, payeur, pagador, плательщик, płatnik, платник > payee, recipient,
    beneficiary, empfänger, bénéficiaire, beneficiario, получатель, odbiorca, receiver, paid to,
    отримувач = paid; lender, creditor, gläubiger, créancier, кредитор, wierzyciel > borrower,
    debtor, schuldner, débiteur, заемщик, должник, dłużnik = lent_to; investor, investisseur,
    inversor, инвестор, inwestor, інвестор > company, investee, startup, organisation, organization,
    fund, target = invested_in; owner, shareholder, parent company, parent organisation, eigentümer,
    aktionär, gesellschafter, actionnaire, propriétaire, propietario, accionista, владелец,
    акционер, учредитель, właściciel, udziałowiec, власник, акціонер, interested party, beneficial
    owner, holding > owned, company, subsidiary, asset, property, firma, unternehmen,
    gesellschaft, société, empresa, компания, фирма, spółka, компанія, entity, organisation,
    organization, tochterfirma = owns; employer, arbeitgeber, employeur, empleador, работодатель,
    pracodawca, роботодавець > employee, person, name, mitarbeiter, employé, empleado, работник,
    сотрудник, pracownik, працівник = employs; parent, father, mother, elternteil, vater, mutter,
    parent name, père, mère, padre, madre, отец, мать, ojciec, matka, батько, мати > child, son,
    daughter, kind, enfant, hijo, ребенок, dziecko, дитина = parent_of; husband, mann, mari,
    marido, муж, mąż, чоловік > wife, frau, épouse, esposa, жена, żona, дружина = married_to;
    supplier, seller, vendor, exporter, lieferant, verkäufer, fournisseur, proveedor, поставщик,
    dostawca, постачальник > customer, buyer, importer, purchaser, kunde, käufer, client,
    acheteur, comprador, покупатель, заказчик, klient, nabywca, покупець, замовник = supplies;
    buyer, contracting authority, procuring entity, authority, customer, auftraggeber, заказчик,
    замовник, zamawiający, acheteur > supplier, contractor, winner, awardee, auftragnehmer,
    bieter, поставщик, подрядчик, wykonawca, постачальник, переможець, titulaire, proveedor =
    contracts_with; attacker, aggressor, perpetrator, angreifer, agresseur, атакующий, agresor >
    defender, victim, target, opfer, victime, víctima, жертва, ofiara = attacks; plaintiff,
    claimant, kläger, demandeur, demandante, истец, powód, позивач > defendant, beklagter,
    défendeur, demandado, ответчик, pozwany, відповідач = sued; lobbyist, lobbying firm,
    registrant > client, lobbied, institution = lobbies; sanctioning, sanctioning state, sender
    state, imposing state > sanctioned, target state = sanctions; boss, manager, leader, chef,
    vorgesetzter, supervisor, начальник, szef, керівник > subordinate, employee, report,
    mitarbeiter, подчиненный, podwładny, підлеглий = leads;
    funder, funding body, funding agency, grantor, granting authority, awarding body,
    zuwendungsgeber, fördergeber, fördermittelgeber, geldgeber, geldgeberin, kapitalgeber,
    mittelgeber, bailleur, financiador, financiadora, спонсор, organisme attributeur,
    attribuant, financeur, sponsor, sponsorin, subventionneur, bailleur de fonds,
    organismo concedente, concedente, órgano concedente, грантодатель, грантодавець,
    grantodawca, organ udzielający > grantee, recipient, beneficiary, awardee,
    recipient organisation, recipient organization, zuwendungsempfänger, fördermittelempfänger,
    empfänger, begünstigter, bénéficiaire, attributaire, beneficiario,
    грантополучатель, получатель, грантоотримувач, отримувач, beneficjent, grantobiorca, odbiorca =
    funds; student, alumnus, schüler, étudiant, estudiante, студент, uczeń > school, university,
    college, hochschule, universität, université, universidad, университет, uczelnia, університет =
    studied_at; interessenvertreter, interessenvertretung, lobbyagentur, représentant d'intérêts,
    consultancy > auftraggeber, auftraggeberin, client, clients, kunde, mandant = represents;
    minister, minister name, official, commissioner, politician, mandatsträger, ministre, ministro,
    министр > external attendee, external attendees, name of organisation or individual, name of
    organisation, name of external organisation, name of organization, organisation or individual,
    organisation met, met with, interest representative, gesprächspartner, lobbyist = met; buyer,
    contracting authority, auftraggeber, acheteur, pouvoir adjudicateur, órgano de contratación,
    заказчик, замовник, zamawiający > titulaire, titulaires, attributaire, attributaires,
    adjudicatario, suppliers, contractors, winners, исполнитель, виконавець = contracts_with;
    channel, user, username, screen name, account, канал, forwarded by > fwd from, forwarded from,
    forward from, forwarded channel, repost from, retweet of, retweeted, retweeted user, retweeted
    from, reply to, in reply to, in reply to screen name, mentions, mentioned, quoted, quoted user =
    passes_on"""
"""Words for the two ends of a relation of one type: ``sources > targets = type``."""

PERSON_WORDS = """
    person, name, full name, member, individual, politician, director, people, actor, officer,
    board member, chair, candidate, mp, deputy, minister, employee, participant, attendee, author,
    player, president, person name, mitglied, abgeordneter, politiker, geschäftsführer, personne,
    membre, nom, persona, miembro, nombre, человек, имя, фио, член, депутат, персона, директор,
    особа, ім'я, піб, член, osoba, imię i nazwisko, członek, poseł, artist, woman, women, man,
    scientist, signatory, witness, speaker, senator, character, student, delegate, nazwisko i imię,
    imię nazwisko, imiona i nazwisko, vor und nachname, name und vorname, name vorname, nachname
    vorname, nom et prénom, nom prénom, prénom et nom, nombre y apellidos, apellidos y nombre,
    фамилия имя отчество, фамилия и имя, прізвище ім'я по батькові, прізвище та ім'я, посадовець,
    должностное лицо, чиновник, official, office holder, officeholder, mandatsträger, élu
"""
GROUP_WORDS = """
    organisation, organization, company, party, employer, board, institution, committee, group,
    agency, affiliation, club, team, event, college, university, school, firm, ministry, faction,
    association, council, bank, foundation, movement, alliance, treaty, project, meeting, film,
    movie, paper, work, band, family, org, firma, unternehmen, partei, organisatie, verein,
    gremium, institution, ausschuss, entreprise, société, parti, organisme, comité, empresa,
    organización, partido, comité, организация, компания, партия, фирма, группа, комитет,
    мероприятие, організація, компанія, партія, фірма, група, комітет, захід, organizacja, firma,
    partia, spółka, grupa, komitet, wydarzenie, instytucja, country, conference, site, forum,
    podmiot, jednostka, urząd, fundacja, stowarzyszenie, organ, суб'єкт, установа, підприємство,
    місце роботи, орган, учреждение, предприятие, место работы, behörde, körperschaft, stiftung,
    gesellschaft, organisme, structure, établissement, entité, institution, fondation, entidad,
    institución, organismo, fundación, public body, workplace, company name,
    organisation name, organization name, nazwa podmiotu, nazwa spółki
"""
LIST_WORDS = """
    members, participants, directors, partners, shareholders, owners, board, board members,
    investors, founders, employees, authors, signatories, attendees, allies, enemies, subsidiaries,
    donors, clients, suppliers, people, persons, actors, children, parents, friends, connections,
    related, linked to, mitglieder, teilnehmer, partner, gesellschafter, vorstand, membres,
    participants, actionnaires, miembros, participantes, socios, члены, участники, партнеры,
    акционеры, учредители, члени, учасники, партнери, członkowie, uczestnicy, wspólnicy, guests,
    leaders, countries, states, cast, mitglied, membre, miembro, член, członek, aufsichtsrat,
    aufsichtsratsmitglied, aufsichtsratsmitglieder, vorstandsmitglied, beirat, administrateur,
    administrateurs, consejero, consejeros, players, contacts, organisations, organizations, groups,
    affiliations, memberships, committees, clubs, parties, institutions, organisationen, gremien,
    organizaciones, организации, організації, organizacje, collaborators, colleagues, works with
"""
"""Words for a column whose cells list several actors."""

KIND_NOUNS = """
    person, politician, president, candidate, director, company, organisation, organization, party,
    country, state, bank, university, college, school, ministry, committee, institution, club, team,
    firma, unternehmen, partei, land, entreprise, parti, pays, empresa, partido, país, компания,
    партия, страна, банк, компанія, партія, країна, spółka, partia, kraj, bank, employer, character
"""
"""Nouns in the header of names that say what kind of actors they are."""

NOUNS_IN_ENGLISH = {
    "company": "firma, unternehmen, entreprise, empresa, компания, компанія, spółka, employer",
    "party": "partei, parti, partido, партия, партія, partia",
    "state": "country, land, pays, país, страна, країна, kraj",
    "bank": "банк",
}

REFERRING_WORDS = """
    parent, parent id, parent organisation, parent company, manager, manager id, reports to, boss,
    supervisor, spouse, husband, wife, father, mother, owner, owned by, leader, led by, member of,
    part of, belongs to, allied with, ally, rival, enemy, successor, predecessor, neighbor,
    neighbor id, neighbour, child of, employer, headquarters, vorgesetzter, mutter, vater, gehört
    zu, conjoint, начальник, супруг, отец, мать, владелец, szef, małżonek, ojciec, matka"""
"""Words for a column of a list of actors that names another actor of the list."""

LIFE_WORDS = """
    born, birth, birthdate, birthyear, dob, founded, founding, inception, established, geboren,
    geburtsdatum, geburtsjahr, gegründet, gründung, né, née, naissance, fondé, nacimiento, fundado,
    родился, рождения, основан, основания, народився, народження, заснований, urodzony, urodzenia,
    założony, died, death, deathdate, deathyear, dissolved, gestorben, sterbedatum, todesdatum,
    aufgelöst, mort, décès, defunción, muerte, умер, смерти, помер, смерті, zmarł, śmierci"""
"""Words for the beginning and the end of an actor, which it has once."""

SHEET_WORDS: Mapping[str, str] = {
    "relations": """
        edges, edge, relations, relation, relationships, ties, links, connections, edgelist, arcs,
        dyads, beziehungen, kanten, verbindungen, liens, relaciones, enlaces, связи, отношения,
        ребра, зв'язки, відносини, relacje, powiązania, rel, payoffs, transactions, donations""",
    "actors": """
        nodes, node, actors, actor, elements, vertices, people, persons, entities, characters,
        person, organisations, organizations, organisation, personen, akteure, knoten, acteurs,
        noeuds, actores, nodos, personas, лица, акторы, узлы, люди, актори, вузли, особи, aktorzy,
        osoby, węzły, companies, members, countries""",
    "sources": "sources, references, bibliography, quellen, источники, źródła, fuentes",
    "types": "types, relation types, legend, typen, типы",
}


@cache
def read_words(text: str) -> Mapping[str, int]:
    """Return the phrases of a list, folded, each with its position in it.

    Examples
    --------
    >>> read_words("Ziel, Від кого")
    {'ziel': 0, 'vid kogo': 1}
    """
    phrases = (" ".join(fold_header(phrase)) for phrase in text.split(","))
    found: dict[str, int] = {}
    for phrase in phrases:
        if phrase:
            found.setdefault(phrase, len(found))
    return found
