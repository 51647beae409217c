"""Given names, and words of names that are no person's, for actors whose kind is not known.

All are folded. Names that are as often places or companies (Paris, Austin, Mercedes) are left out.
The lists are not complete: where a word is missing, there is a question and no wrong answer.
"""

from graph.names.name_words import FIRM_GIVEN_NAMES, GIVEN_NAMES, read_words

COMMON_GIVEN_NAMES = GIVEN_NAMES | read_words("""
    aaron abdallah abdul abdullah abel abraham adalbert adam adel adela adele adolf adrian
    adriana adrien agata agathe agnes agnieszka aida aidan aiden aileen aisha akira alaa alan
    albrecht alejandro aleksandar aleksandra aleksei aleksey alena ales alessandra alessandro
    alex alexandra alexandre alexei alexey alexis alfonso alfredo alice alicia alina aliona
    alisa alison allan allen alma alois aloys alvaro alyssa amalia amanda amelia amelie amina
    amir amira amit amos amy ana anabel anastasiia anastasiya anatol anders andras andre andrea
    andreas andree andreea andrei andrej andres andrius andrzej anika anil anita anja anke
    annabel anne anneliese annette annie annika anselm ansgar antje anton antonia antonina
    antonio antonis anya arek ariane ariel arkadi arkadiusz arkadiy arkady armando armin arnaud
    arne arno arnold arsen arsenii artem artur arturo artyom arvid asif asim astrid athanasios
    audrey august auguste augustin aurelie axel ayman ayse azad aziz barack barbora bart
    bartlomiej bartosz bashar basil bastian beata beate beatrice beatriz benedict benedikt
    benito benoit berit bernadette bernard bernardo bernd bernhard berta bertrand beth bettina
    betty bianca bill birgit birgitta birte bjoern bjorn blanka bob bogdan boguslaw bohdan bojan
    boleslaw borislav borys boyko bozena branko brenda brendan brian brigitte bruce bruno bryan
    burkhard camilla camille carina carl carla carlo carlota carmen carol carole carolin
    caroline carsten casper catherina cathy cecile cecilia celine cem cesar chantal charlotte
    cheryl chiara chloe chris christa christel christiane christina christine christoph
    christophe chuck cindy claas clara clarissa claude claudia claudio claus clemens clement
    colette colin corinna corinne cornelia cornelius craig cristian cristiano cristina curt
    cynthia cyril czeslaw daisy dalia damian damien dana daniela daniele danielle danila danuta
    daria dario darius dariusz darya dave davide debbie deborah declan denise deniz derek
    desmond detlef detlev diane didier diego dieter dietmar dietrich dimitar dimitri dimitrios
    dimitris dina dirk dmitrii dobromir dolores dominic dominik dominika dominique donatella
    donna dora doris dorota dorothea dorothee doug douglas dragan drazen duncan dusan dylan
    eberhard eckart eckhard edgar edith edmund edoardo edouard eduard eduardo edvard edwin edyta
    egon eileen ekkehard elaine elias elina elisa elise elizaveta elke ella ellen elliot elmar
    eloise elon elsa elvira emanuel emil emilia emilie emilio emily emine emmanuelle enrico
    enrique enzo erdem erhard erich erik erika erin ernesto ernst erwin esra esteban estelle
    esther ethan etienne eugen eugenia eugenio ewa ewald ewelina fabian fabien fabienne fabio
    fadi faisal falk fatima fatma fawad federica federico felicia felicitas felicity felipe
    fernanda filip filippo finn fiona flavio florence florian francesca francesco francisca
    francisco franciszek franck franco francoise frank franz franziska frederic frederik fredrik
    frieda friederike friedrich fritz fumio gabriel gabriela gabriele gabriella gabrielle gail
    galyna gareth gary gavin gemma genevieve geoffrey georg george georges georgi georgina
    georgios gerald gerard gerd gerda gerrit gert gertrud ghislaine gian gianni gillian gina
    gino gintaras giovanna gisela giulia giulio gladys glenn gloria gottfried grazyna greg
    gregoire gregor greta grigori grigoriy grigory gudrun guenter guenther guido guillaume
    guillermo gunnar gunter gunther gustav gustavo hakan halina hamid hana hanna hannah
    hannelore hannes hans hansjorg harald harriet hartmut harun harvey hassan hazel heather
    hector hedwig heidi heike heiko heiner heinz helene helga helmuth hendrik henri henriette
    henrik henrique henryk herbert heribert hermann hermine hilary hilde hildegard hillary
    hiroshi holger horst howard hryhoriy hubert hugh hugo humphrey huseyin ian ida ignacio
    ignacy igor ilaria ilham ilias illia ilya immanuel imran ines inga inge ingeborg ingo ingolf
    ingrid inna ioana ioannis irena irene iris irmgard irving isaac isabel isabell isabella
    isabelle ismael ismail iva ivana ivanka ivars ivo iwan iwona izabela jacek jackie jacqueline
    jadwiga jaime jakob jakub jamal jamie jana jane janet janina janine janis janusz jari
    jaroslav jasmin jasmine jason javier jay jeanne jeannette jeff jeffrey jen jenna jennifer
    jenny jens jeremy jerome jerry jerzy jesper jessica jill jimmy jiri joachim joan joana
    joanna joaquin jochen joel joerg johan johann johanna johannes john johnny jolanta jon jonas
    jonathan jorg jorge jorn josef josefa josefine josephine josh joshua josip jovan joy joyce
    jozef juan juanita judy juergen juha jules juliane julie julien juliette julio julius jurgis
    jurij justin justine justyna jutta kaarel kaisa kaja kamal kamil kamila karel karim karin
    karina karla karolina karoline karsten kasia kaspar katarina katarzyna kate katerina
    kateryna katharina katherine kathleen kathrin kathryn kathy katia katja katrin katya kay
    kazimierz keir kelly ken kerstin kevin khaled khalid kiran kirill kirsten kirsti kjell klaas
    klaus klemens knut konrad konstantin konstantinas konstantinos kornelia kostiantyn kristian
    kristin kristina kristine kristof kristofer krystyna ksenia kurt kyle kyriakos kyrylo
    lambert lana larisa larissa lars larysa lasse lauren laurence laurent laurentiu lea leila
    lena leonardo leonhard leonid leonie leopold leslie leszek lidia lilian liliana lily lina
    lindsey linus lionel lisbeth lise liudmyla livia liz loic lorena lorenz lorenzo lothar
    louisa louise luc luca lucas lucia luciano lucie lucien lucy ludger ludmila ludovic ludwig
    luigi luisa lukas lukasz luke lutz lydia lynn maciej madeleine magda magdalena magdolna
    magnus mahmoud maike maja maksim maksym malcolm malgorzata malte mandy manfred manon manuel
    manuela mara marat marcel marcelo marcin marcos marcus mareike marek marga margarete
    margarita margit margot margrit marguerite marianna marianne mariano marija marina marine
    mario marion marisa marita marius mariusz mark markku marko markus marlene marta martha
    marthe martina martine marvin maryam maryna masha massimo mathias mathieu mathilde matteo
    matthias matthieu matti maura maureen maurice mauricio maurizio maxim maxime maximilian
    mechthild mehdi mehmet meike melanie melinda melissa merle michaela michal michele micheline
    michelle mick miguel mihai mikael mike mikkel miklos milan milena milos minh mira mircea
    miriam mirjam mirko miroslav miroslaw mitch mohamad monica monique moritz moshe muammar
    murat mustafa mykyta myriam nadia nadine nadja nancy naomi narendra natalie nataliia natasha
    nathalie nathan nathaniel nazar neil nele nelson nicola nicolae nicolai nicole niels nigel
    nikita niklas nikol nikola nikolaos nikolaus nils nina noel noemi noor nora norbert norma
    norman odile ola olaf olav oleksandra oleksii oleksiy olena olesya olga olivia olivier omar
    ondrej onur orlando osama oskar osman oswald otmar ottmar otto ousmane pamela paola paolo
    pascal pascale pasquale patrice patricio patrik patrycja patryk paula paulina pauline paulo
    pavlo pawel pedro peggy penelope per percy petar petra petros petter phil philipp philippa
    phoebe pia piero pierrick piet pieter pietro pilar piotr polina preben przemyslaw rachid
    radek radoslav radoslaw rafael rafal raffaele rafik raimund rainer raisa rajesh ralf ramon
    ramona randy raphael raquel rasmus raul recep regina regine reiner reinhard reinhold rem
    remi renata renate renato renaud rene renee reto ricardo riccardo richard rick rita rob
    roberta roberto robin rocio roderich rodolfo rodrigo roland rolf romain romana romano ron
    ronald ronja rony rosa rosalie rosemarie rosemary rostislav rostyslav roswitha roxana roy
    ruben rudi rudiger ruediger rupert russell ruta ryan ryszard sabina sabine sabrina saddam
    said salim salma salman salvador salvatore samantha samir samira sandrine sanna sara sascha
    sasha saskia saul scott sean sebastian sebastien selina selma semyon serena serge sergej
    sergio servet severin shane sharon sheila sherry shinzo sibylle siegfried siegrid sigmar
    sigmund sigrid silke silvana silvia silvio simone sina slavko slawomir slobodan sofie
    solveig sonia sonja sophia sophie soren spencer stacy stanislas stanislav stanislaw stefania
    stefanie stefano steffen steffi stepan stephan stephanie stig sue sunita susana susanna
    susanne suzanne svein sven svitlana sylvain sylvester sylvia sylvie szymon tamara tanja
    tanya taras tariq tarja tatjana tayyip ted teresa terry tetiana tetyana thabo thea theo
    theodor theresa therese theresia thibault thierry thilo thomas thorsten tibor tiina till tim
    timo timothy timur tina tobias todd tom tomas tomasz tomislav toni tony torben torsten tracy
    trevor trine tristan trond tymofiy ugo ulf uli ulla ulrich ulrike umberto umut urs ursula
    urszula ute uwe vaclav vadym valdis valentin valentina valentyn valentyna valeria valerie
    valerii valeriia vanessa vasile vasilios vasilis vasiliy vasily veit veronica veronika
    veronique vesna viacheslav vicente vicki victor viera viktoria viktoriia viktoriya vilma
    vincenzo violeta violetta vitali vitalii vitalij vitaliy vito vivian viviane vivien
    vladislav vladyslav volker volodimir vsevolod vyacheslav walburga waldemar waltraud wanda
    wanja warren wayne wendelin wendy wenzel werner wieslaw wilfried willem willi william willy
    wim winfried winston wladyslaw wlodzimierz wolf wolfram xaver xavier yana yann yannick
    yannis yaroslav yaser yasmin yasser yevhen yevhenii yevheniia yiannis yitzhak yosef yoshi
    youssef ysabel yulian yuliia yuriy yvan yvonne zack zbynek zdenek zdzislaw zeynep zlatko zoe
    zofia zoltan zoran zuzana zygmunt
""")
"""Given names that a person's name may begin with, also in data that names other things, too."""

PERSON_TITLES = read_words("""
    congressman congresswoman dame dr frau gospodin herr madame miss mlle mme monsieur mr mrs ms
    mx pan pani prof professor senator senor senora signor signora sir
""")
"""Titles that only persons have."""

LATE_GIVEN_NAMES = FIRM_GIVEN_NAMES - read_words("""
    maria anna marta eva juan jose pedro fernando alejandra ursula roman
""")
"""Given names that show a person where they end a name: not those of Santa Maria, San Juan."""

PARTICLES = read_words("""
    abu af al av ben bin da de del della den der di do dos du e el ibn la le ten ter van von
    y zu zum zur
""")
"""Small words within a person's name."""

GROUP_WORDS = read_words("""
    ab academy act administration ag agency airlines airport alliance army asbl asociacion asso
    associates associati association associes avenue award bank banque bar battalion bay beach
    beer bewegung boulevard brand bridge brigade broadcasting bros brothers brucke bruder bund
    bv cabinet cafe campaign capital cartel case castle cathedral center centre chapel church
    cie circle city clan clinic club co coalition collection college committee companies company
    concern conference conseil consult consulting corp corporation council county court cup
    department district division doctrine dynasty electric energy enterprises entertainment
    erben estate ets ev express fabrik family fc federation festival films finance financial
    firm fond fondation fonds fort foundation fraction fraktion front fund fundacion fundacja
    gallery games gang gbr genossenschaft gesellschaft global gmbh government group groupe grupa
    gymnasium handel haus hill hills holding holdings hospital hotel hurricane idea immobilien
    inc industries initiative institut institute insurance international invest investment
    investments island islands journal jr kabinett kg kirche klinik klub komitee koncern konzern
    laboratories labs lake law legal limited llc llp logistics lounge lp ltd ltda magazine
    management marine market mbh media memorial ministry mission monte mount mountain mountains
    movement mt museum network news newspaper nova novo oao oil ooo operation orchestra order
    organisation organization pac park partei parti partner partners party passage peak pharma
    pictures plan platz plc poll port post powiat press prize production productions project
    properties property publishing puerto railway records regiment region report republic
    research resort restaurant rio river road rue sa saint saints san sankt santa santo sarl sas
    savings school schule se secret securities services shipping shop show sl sobor society
    soehne software sohne solutions son sons spa sport sports spzoo square srl st stadium stadt
    state states station steel stiftung store storm strasse street studio studios sud sv
    syndicate systems teatr tech technologies technology theater theatre theorem times tour
    tower town trade trading trust tunnel tv typhoon ulica union universitat universite
    university uniwersytet ventures verband verein verlag villa village vs werk werke wharf
    works zao zone
""")
"""Words that stand in names of groups, firms and places, also of those named after a person."""
