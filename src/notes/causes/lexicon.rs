//! The lexicon: what common words can be. A word that is not here is a noun, a name or an adjective as far as anyone knows.

use super::words::{
    ADV, AMBIG, ASKS, BACK, BASE, BE, CAUSE, CLOSER, COMPARES, CONCEDE, COORD, DET, DO, EFFECT,
    Flags, GO_ON, HAVE, KIND, MODAL, NEG, NOT_AS, NOUN, OPENER, PAST, POSS, PREP, PRON, ROLE, SAY,
    SUB, TIME,
};
use crate::notes::known;

/// What the word can be.
pub(super) fn look_up(word: &str) -> Flags {
    known::of(word.as_bytes()).flags
}

/// Words by what they can be; a word may stand in several lists.
pub(in crate::notes) const LISTS: &[(Flags, &str)] = &[
    (
        DET,
        "a all an another any both certain each every few many more most much no other several some such that the \
         these this those various",
    ),
    (POSS, "her his its my our their whose your"),
    (
        PRON,
        "anyone everybody everyone he i it nobody one people she someone there they we who you",
    ),
    (BACK, "all it such that these they this those which"),
    (
        PREP,
        "about above across after against amid amidst among around as at before behind below beside besides \
         between beyond by concerning despite down during excluding following for from in including inside into \
         like near of off on onto out outside over per plus regarding since than through throughout till to \
         toward towards under unlike until up upon versus via vs with within without",
    ),
    (
        BE,
        "am are aren't arent be became become becomes been being he's is isn't isnt it's remained she's that's \
         they're was wasn't wasnt were weren't werent",
    ),
    (
        HAVE,
        "had hadn't hadnt has hasn't hasnt have haven't havent having",
    ),
    (DO, "did didn't didnt do does doesn't doesnt don't dont"),
    (
        MODAL,
        "can can't cannot cant could couldn't couldnt may might must shall should shouldn't shouldnt will won't \
         wont would wouldn't wouldnt",
    ),
    (
        NEG,
        "aren't arent can't cannot cant couldn't couldnt didn't didnt doesn't doesnt don't dont hadn't hadnt \
         hardly hasn't hasnt haven't havent isn't isnt neither never no nobody none nor not nothing shouldn't \
         shouldnt wasn't wasnt weren't werent without won't wont wouldn't wouldnt",
    ),
    (COORD, "& and but nor or plus yet"),
    (
        SUB,
        "after although as because before despite how if once since so that though till unless until what when \
         whenever where whereas wherever whether which while who whom why",
    ),
    (
        CONCEDE,
        "albeit although despite notwithstanding though whereas while whilst",
    ),
    (
        ADV,
        "actually additionally afterward afterwards again almost already also always basically chiefly clearly \
         consequently consequentially directly effectively especially essentially even eventually finally first firstly \
         fortunately further furthermore generally gradually greatly heavily hence here herself himself however \
         immediately in-turn indirectly inevitably instead itself just largely lastly later mainly meanwhile \
         merely moreover mostly nearly notably now often only overall partially particularly partly perhaps possibly \
         primarily probably quickly quite rather really second secondly severely shortly significantly simply \
         slowly solely sometimes soon still strongly subsequently suddenly themselves then thereafter thereby \
         therefore third thirdly thus turn typically ultimately unfortunately usually very",
    ),
    (
        SAY,
        "alleged alleges argue argued argues arguing ask asked asks assume assumed believe believed believes \
         claim claimed claims debated described doubt doubted expect expected explain explained fear feared fears \
         hope hoped hopes imagine imagined mention mentioned noted observe observed pointed predict predicted \
         predicts questioned reported rumoured said say saying says stated suggest suggested suggests suppose \
         supposed suspect suspected think thinks thought threaten threatened warn warned warns wonder wondered \
         worried worries worry",
    ),
    (
        KIND,
        "big biggest biological chemical chief colonial common contributing contributory critical crucial \
         cultural decisive deeper demographic different diplomatic direct domestic ecological economic \
         environmental external final financial first five foreign four fundamental further general geographic \
         geographical global good great health health-related historical huge human ideological immediate \
         important indirect initial intellectual intended internal international key last legal likely local long \
         long-term longer main major many medium military minor moral multiple national nationalist natural \
         negative new next numerous other overall personal philosophical physical political positive possible \
         potential primary principal proximate psychological real regional religious root scientific second \
         secondary serious several short short-term significant six social socio-economic socioeconomic some \
         specific strategic structural technological term territorial third three top true two underlying \
         unintended various wider",
    ),
    (
        TIME,
        "ad apr april aug august autumn bc bce beginning c ca ce centuries century circa day days dec decade \
         decades december early end evening fall feb february friday jan january jul july jun june late mar march \
         may mid monday month months morning nd night nov november oct october rd s saturday sep sept september \
         spring st start summer sunday th thursday tuesday wednesday week weeks winter year years",
    ),
    (
        CAUSE,
        "aetiology casus catalyst catalysts cause causes etiology motivation motivations motive motives origins reason reasons \
         trigger triggers",
    ),
    (
        EFFECT,
        "consequence consequences effect effects impact impacts implications outcome outcomes ramifications \
         repercussions result results",
    ),
    (ASKS, "affect affected factor factors root roots what why"),
    (
        GO_ON,
        "appear appeared appears began begun believed came combined come conspired continued ended going help \
         helped helps known likely said seem seemed seems served started tend tended tends thought used went",
    ),
    (
        COMPARES,
        "as behave behaved did do does doing done early even exactly far half inasmuch insofar just late likewise \
         long much not precisely quite rather same so soon such times twice well",
    ),
    (
        ROLE,
        "act acted acting acts appointed as began behave behaved called came celebrated chosen classed classified \
         condemned considered continued crowned defined depicted described did disguised dismissed do does doing done dressed early \
         elected emerged ended established even exactly far few functioned functions hailed half identified \
         inasmuch insofar installed intended interpreted just known labeled labelled late likewise little long \
         many much named not perceived portrayed praised precisely presented proclaimed quite rather recognised \
         recognized referred regard regarded regards reigned remained remembered resigned ruled same saw see seen \
         sees serve served serves serving so soon started such think thought times treat treated treats twice use \
         used uses using view viewed views well work worked works written",
    ),
    (
        NOT_AS,
        "agreed always are argued at before by can compared could defined described did discussed do does early \
         ever expected explained far few follows for had has high if in is late long low many mentioned much \
         needed noted of on oposed opposed part per planned predicted promised regards reported required seen shown someone something \
         soon stated such though to usual was well were when will with would yet",
    ),
    (
        OPENER,
        "additionally also although as because consequently consequentially e.g firstly furthermore hence however ie if lastly \
         meanwhile moreover secondly since so that then therefore thirdly though thus when whereas which while \
         whilst who",
    ),
    (
        CLOSER,
        "a all also an chiefly directly especially even eventually indirectly just largely mainly mostly not only \
         partially particularly partly perhaps possibly primarily probably simply that the then thereby thus \
         ultimately which",
    ),
    (
        NOUN,
        "ahead alleged bed bleed bread breed creed dead deed exhausted feed greed hatred hundred indeed instead \
         kindred led-light limited naked need oppressed red reed rugged sacred seed shed shred speed thread \
         unemployed united weed wicked wounded",
    ),
    (
        PAST,
        "arose ate awoke beat became began bent besieged bled blew bore bought bound bred broke brought built \
         burst came caught ceased chose clung crept dealt died drank dreamt drew drove dug fed fell felt fled \
         flew forbade foresaw forgave forsook fought found froze gave got grew ground held hid hoped hung joined \
         kept knew laid lay led left lent lied lit lost made meant met mistook outbroke outgrew outran outlawed overcame \
         overthrew paid ran rebelled rode rose said sang sank saw seemed seized sent shook shot shrank slept slid \
         sold sought sped spent spoke sprang sprung stole stood strove struck stuck stung swam swept swore swung \
         taught thought threw thrived tied told took tore understood undertook underwent upheld went wept \
         withdrew withheld won wore wound wrote",
    ),
    (
        BASE | AMBIG,
        "act advance affect aim appeal approach arrest attack attempt award back ban bend bite blame bloom blow \
         bomb boost bounce breach break breed burn call capture cause challenge change charge claim climb close \
         collapse conduct conflict contract convict cost cover crash cross crush cure cut damage deal decay \
         decline decrease defeat delay delegate demand deposit desert die direct discharge dispute double draw \
         drift drive drop ease embrace encounter end equal escape exchange exile exploit export express extract \
         face fade fail fall favour fear feed feel fight fill filter finance finish fire float flood flow fly \
         form fund fuse gain govern grant guarantee guard guide halt harm harvest hate heat help hire hit hold \
         hope hunt hurt import increase influence issue kill lack land last launch lead leak lend lie lift limit \
         link live loot love march mass massacre mean meet move murder need object offer open orbit order \
         organise overlap own pass pay permit petition place plan plant play pledge plot poison pour press \
         produce profit promise protest pump quit raid rain raise rally reach read rebel recall recruit reform \
         regain reject release remove repeal request rescue reserve return revolt reward rise ruin rule run rush \
         sack sacrifice sail say see sell shape share shelter shift shock shoot show sign signal silence sink \
         slaughter sleep slide slow smash spark spill split spread stand start stay steal step stick stop strand \
         stretch strike struggle supply support surge surrender sweat sweep swell swim switch take talk tax teach \
         tear tell think trade transfer transport trap travel treat trust try turn twist use veto visit vote wage \
         wait walk want wash waste watch wear welcome win witness work yield",
    ),
    (
        BASE,
        "absorb accelerate accept accumulate accuse achieve acquire activate adapt add adjust administer admit \
         adopt agree allow alter amend analyse annex announce appear apply appoint approve argue arrange arrive \
         ask assassinate assemble assess assist assume attach attract authorise avoid beat become begin believe \
         belong bind block boil borrow breathe bring broaden build bury buy carry carve catalyse catch cease \
         choose circulate clash clot coincide collect collide colonise combine come commit compare compensate \
         compete complain compose compress comprise conceal concede concentrate conclude condemn condense confine \
         confirm confiscate confront conquer consider consist consolidate consume contain contaminate continue \
         contribute control converge convert convince cool cooperate correspond corrode create cultivate curtail \
         dampen decide declare decompose deepen defend degrade deliver denature denounce deny depart depend \
         deplete deploy deport depose deprive derive descend deserve destroy detain detect deter deteriorate \
         dethrone devastate develop diagnose dictate differ diffuse digest diminish disagree disappear discourage \
         discover discriminate dismiss disperse displace disrupt dissolve distort distribute diverge diversify \
         divide dominate drain drown dry duplicate earn eat elect elevate eliminate emerge emigrate emit \
         emphasise employ enable encourage endanger endure enforce enhance enjoy enlarge enlist enrich enslave \
         ensure entail enter erase erode erupt escalate establish evacuate evaporate evolve exceed exclude \
         excrete execute exert exhaust exist expand expect expel explain explode explore expose extend facilitate \
         fertilise find flee fluctuate follow forbid forget foster freeze frustrate fulfil gather generate \
         germinate get give go grow halve happen harden hasten have heal hear hide hinder identify ignite ignore \
         illustrate imply impose imprison improve incite include indicate industrialise infect inflate inflict \
         inform inhabit inherit inhibit initiate inject injure insist inspire install integrate intend intensify \
         interact interfere interrupt intervene introduce invade invent invest involve isolate join justify keep \
         know lay learn leave legalise let liberate like locate loosen lose lower magnify maintain make manage \
         manipulate manufacture marry mature mediate melt merge migrate minimise mislead mix mobilise moderate \
         modernise modify motivate multiply mutate narrow nationalise neglect negotiate neutralise nominate obey \
         observe obstruct obtain occupy occur offend operate oppose organize originate oscillate outnumber \
         outweigh overcome overheat overlook overrun overtake overthrow oxidise paralyse participate penetrate \
         perform perish persecute persist persuade photosynthesise pollute possess postpone preach precede \
         predict prefer prepare preserve pretend prevail prevent proceed proclaim prohibit prolong promote \
         propose prosper protect prove provide publish pull punish pursue push put puzzle radiate ratify react \
         realise realize rebuild recede receive recognise recover reduce reflect refract refuse regulate reign \
         reinforce relax relieve rely remain renew repay repel replace replicate represent repress reproduce \
         require resent resign resist resolve respond restore restrain restrict resume retain retire retreat \
         reunite reveal revive rob rotate satisfy save scare scatter search secede secrete secure seek seem seize send \
         separate serve settle shorten shrink shut solve speak specialise speculate spend spin spoil stabilise \
         stagnate starve stimulate strengthen subside succeed suffer suppress surround survive suspend sustain \
         swallow swear sympathise tempt tend terminate terrify threaten threw tighten tolerate transform \
         translate transmit undergo understand unify unite urge vanish vary vibrate violate warm warn weaken \
         weigh widen wipe withdraw wither worsen write",
    ),
];
