"""Words in names of persons that are no surname: titles, suffixes, given names, particles.

All are folded. The lists are not complete: a rule that needs one is made so that a missing word
leads to a question, where that is possible, and not to the wrong actor.
"""


def read_words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as lines of text."""
    return frozenset(text.split())


SUFFIXES = read_words("""
    jr sr jnr snr junior senior esq esquire phd dphil md msc bsc mba llm llb jd dds dvm cpa
    qc kbe dbe cbe obe mbe kcb kcmg gcb gcmg frs mep ret retd filho hijo fils pere aine
    cadet mladsi starsi mlodszy starszy mladshiy starshiy elder younger first second third
    fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth
""")
"""Words after a surname."""
CAPITAL_SUFFIXES = read_words("""
    MP KC SJ OSB OP MA BA RN PC AM AO AC
""")
"""Suffixes only if they are written like this: Ma is a surname."""
ROYAL_TITLES = read_words("""
    king queen pope emperor empress kaiser prince princess tsar tsarina czar czarina sultan
    caliph emir shah saint st archduke archduchess grand duke duchess patriarch metropolitan
    archbishop archimandrite brother sister father mother mullah imam dalai panchen koenig
    konig konigin papst roi reine pape rey reina papa krol krolowa papiez knyaz korol
    koroleva tsaritsa imperator patriarkh mitropolit svyatoy uncle aunt auntie baba batka
    dyadya
""")
"""Titles before a given name: Francis is no surname of Pope Francis."""
TITLES = ROYAL_TITLES | read_words("""
    mr mrs ms miss mx sir dame lord lady baron baroness count countess viscount earl marquis
    marquess chancellor president premier minister prime deputy vice acting former first
    second secretary senator congressman congresswoman governor mayor ambassador consul
    commissioner director chairman chairwoman chair chief head leader speaker judge justice
    sheriff attorney general colonel major captain lieutenant sergeant admiral commander
    commodore marshal corporal private brigadier field officer agent inspector detective
    doctor dr prof professor reverend rev rabbi bishop cardinal sheikh sheik hajji haji
    ayatollah comrade citizen herr frau fraulein monsieur madame mademoiselle mme mlle senor
    senora senorita signor signora don dona pan pani prezydent prezident prezidentas premjer
    generol ministr ministar praesident prasident kanzler kanzlerin tovarishch gospodin
    gospozha polkovnik kapitan crown foreign defence defense interior oligarch dictator
    warlord
""")
SURNAMES_TOO = read_words("""
    king pope prince duke earl baron count bishop cardinal major judge justice marshal
    sheriff mayor saint lord dean abbot knight chancellor head field page pan don private
    chair father papa roi rey shah konig koenig kaiser papst first second leader speaker
""")
"""Titles that are surnames where they end a name: Martin Luther King."""
FUNCTION_WORDS = read_words("""
    a an the of and or for in on at to by from with no nr number und oder der die das den
    dem des im am zu zur zum le la les l du de et ou el los las y e del al il lo gli di da
    do dos von van i w z na o u v s k po ot za iz
""")
"""Words that name nobody."""
NO_SURNAME_AFTER = read_words("""
    the of and or for in at to from with und et i
""")
"""Words before an epithet, a place or a second person: Alexander the Great."""
JOINED_BEFORE = read_words("""
    bin bint binti ibn ben abu abd abdul abdel umm um
""")
"""Words that a surname needs: Salman is the father of Mohammed bin Salman."""
MONTHS = read_words("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec januar februar marz maerz mai juni juli
    oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre
    decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika
    listopada grudnia styczen luty marzec kwiecien czerwiec lipiec sierpien wrzesien
    pazdziernik listopad grudzien yanvarya fevralya marta aprelya maya iyunya iyulya avgusta
    sentyabrya oktyabrya noyabrya dekabrya yanvar fevral mart aprel iyun iyul avgust
    sentyabr oktyabr noyabr dekabr
""")
DAYS = read_words("""
    monday tuesday wednesday thursday friday saturday sunday
""")
ORDINAL_ENDS = read_words("""
    st nd rd th er ere eme e o a ya aya y yy iy oy go ogo sha shi ga gi
""")
"""What is written after a number to make it an ordinal, also apart from it: 1-я."""
WEAK_WORDS = FUNCTION_WORDS | MONTHS | DAYS | ORDINAL_ENDS
"""Words that identify nothing beside a number."""

FIRM_GIVEN_NAMES = read_words("""
    viktor ferenc laszlo zoltan istvan janos jozsef gabor tamas attila imre sandor gyula
    bela arpad gergely balazs csaba gyorgy lajos mihaly miklos andras karoly endre geza
    antal zsolt szabolcs krisztian levente akos peter pal katalin ildiko zsuzsanna agnes eva
    marta judit erzsebet ilona klara timea tunde aleksandr aliaksandr oleksandr aleksander
    vladimir uladzimir volodymyr sergei sergey siarhei serhiy serhii dmitry dmitriy dmitri
    dmytro mikhail mykhailo mikhailo andrei andrey andriy igor ihor oleg oleh nikolai
    nikolay mykola mikalai yuri yury yuriy anatoly anatoliy anatolii valery valeriy gennady
    boris vasily vasyl pavel petr petro roman ruslan vadim vitaly vitaliy yevgeny evgeny
    evgeniy yevgeniy ivan svetlana sviatlana natalia natalya nataliya olga volha tatiana
    tatyana tatsiana elena yelena olena irina iryna yulia yuliya ekaterina anastasia galina
    lyudmila nadezhda mariya kseniya jaroslaw zbigniew wojciech krzysztof grzegorz tadeusz
    mateusz donald angela emmanuel ursula giorgia francois jacques pierre giovanni giuseppe
    wolfgang heinrich jurgen gerhard helmut juan jose pedro fernando alejandra maria anna
""")
"""Given names that are seldom surnames: where they end a name, the surname stands first."""
GIVEN_NAMES = FIRM_GIVEN_NAMES | read_words("""
    alexander albert alfred andrew anthony antony arthur benjamin carl carlos charles
    charlie christian christopher daniel david dean dennis denis edward eric ernest eugene
    felix francis frank fred frederick george gerald gilbert gordon graham gregory harold
    harry henry herbert howard hugo isaac jack jacob james jan jean john joseph julian karl
    keith kenneth kurt lawrence leo leon leonard lewis louis luke luis marc marco maria
    marie mario mark martin mary matthew max michael michel miguel mohamed mohammad mohammed
    muhammad ahmed ahmad ali hassan hussein ibrahim mustafa omar yusuf nicholas nicolas noah
    oliver oscar otto paul philip philippe pablo patrick ralph raymond rene richard robert
    roger rudolf samuel simon stanley stefan stephen steven theodore thomas tom victor
    vincent walter werner wilhelm william anne ann ana barbara catherine christine claire
    diana elisabeth elizabeth emma eva helen helena irene jane joan judith julia karen
    katherine laura linda lisa margaret martha monika nicole patricia rachel rebecca rosa
    rose ruth sandra sara sarah sofia sophie susan teresa vera victoria virginia jo bob bill
    jim joe sam dan steve luc yves guy alain
""")

COMMON_WORDS = read_words("""
    able art baker bank banks bear bell best bird bishop black blue bond book bow boy brook
    brooks brown bush butler carter case castle chance church city clay coin cole cook cooper
    cross dale day dean drew duke east farmer field fields finch fish fisher flower ford
    forest fox freeman gates gay gentle god gold good grace grant gray green grey hall hand
    hardy hart hawk hay head high hill holder hope house hunt hunter ice iron joy judge just
    keen key king knight lake lamb land lane large law lee long lord love major mann march
    marsh mason may miller moon moore more newman noble north oak old page park parks parker
    person pierce pike pool poor pope post potter power price prince quick rain reed rice
    rich rider ring rivers road rock rose ross rush sharp shepherd short silver singer small
    smith snow south spring star stern stone storm story strange street strong summer sun
    taylor teller temple tower town true turner wall ward waters way weaver weber well wells
    west white will wills wind winter wise wolf wood woods words worth wright young
""")
"""Surnames that are common words, too."""
