//! Sentences that state a cause.

use super::check_sentences;

#[test]
fn verbs_take_the_cause_before_and_the_effect_after() {
    check_sentences(
        "
        The assassination of the archduke led to the July Crisis. || The assassination of the archduke => the July Crisis [led to]
        High taxes and bad harvests led to the revolt of 1381. || High taxes and bad harvests => the revolt of 1381 [led to]
        Poor hygiene can lead to outbreaks of cholera. || Poor hygiene => outbreaks of cholera [lead to]
        Deforestation eventually leads to soil erosion. || Deforestation => soil erosion [leads to]
        The collapse of Credit Anstalt triggered a banking panic across central Europe. || The collapse of Credit Anstalt => a banking panic across central Europe [triggered]
        The Stamp Act provoked boycotts in every colony. || The Stamp Act => boycotts in every colony [provoked]
        Smoking causes lung cancer. || Smoking => lung cancer [causes]
        Greenhouse gases cause global warming. || Greenhouse gases => global warming [cause]
        The drought caused a famine in which a million people died. || The drought => a famine in which a million people died [caused]
        The printing press gave rise to a new reading public. || The printing press => a new reading public [gave rise to]
        The reforms brought about the end of serfdom. || The reforms => the end of serfdom [brought about]
        Heavy reparations contributed to hyperinflation in Germany. || Heavy reparations => hyperinflation in Germany [contributed to]
        The defeat at Sedan resulted in the fall of the Second Empire. || The defeat at Sedan => the fall of the Second Empire [resulted in]
        In 1789 bread shortages sparked riots in Paris. || bread shortages => riots in Paris [sparked]
        The blockade forced Germany to ration food. || The blockade => Germany to ration food [forced]
        Rising rents pushed many farmers to emigrate. || Rising rents => many farmers to emigrate [pushed]
        The treaty meant that Germany lost all its colonies. || The treaty => Germany lost all its colonies [meant that]
        The vaccine meant fewer deaths. || The vaccine => fewer deaths [meant]
        The oil shock paved the way for stagflation. || The oil shock => stagflation [paved the way for]
        Overfishing has led to the collapse of cod stocks. || Overfishing => the collapse of cod stocks [led to]
        The war not only led to inflation but also ended the monarchy. || The war => inflation [led to]
        Mutations helped to cause resistance to antibiotics. || Mutations => resistance to antibiotics [cause]
        The potato blight, which arrived from America, caused mass starvation in Ireland. || The potato blight, which arrived from America => mass starvation in Ireland [caused]
        Lowering the interest rate led directly to more borrowing. || Lowering the interest rate => more borrowing [led directly to]
        The eruption of Tambora caused the year without a summer, and crops failed in New England. || The eruption of Tambora => the year without a summer [caused]
        The Great Fire led to new building rules and the loss of the old cathedral. || The Great Fire => new building rules and the loss of the old cathedral [led to]
        Low wages, long hours and dirty housing led to strikes. || Low wages, long hours and dirty housing => strikes [led to]
        The king dismissed parliament, and his taxes led to open revolt. || his taxes => open revolt [led to]
        When the dam burst, flooding caused the loss of 400 homes. || flooding => the loss of 400 homes [caused]
        “Peace, land, bread” and the July Days led to the fall of the government. || “Peace, land, bread” and the July Days => the fall of the government [led to]
        The failure of the revolts led Mazzini to believe in a mass party. || The failure of the revolts => Mazzini to believe in a mass party [led]
        Samurai lost their stipends, so many joined the rebellion. || Samurai lost their stipends => many joined the rebellion [so]
        The origins of the famine lie in two dry summers. || two dry summers => The origins of the famine [lie in]
        The panic was down to a rumour. || a rumour => The panic [down to]
        The panic was down to greedy lenders. || greedy lenders => The panic [down to]
        The fall of the bank set off a run on deposits. || The fall of the bank => a run on deposits [set off]
        High rents drove tenants to emigrate. || High rents => tenants to emigrate [drove]
        The mine closed as costs outran prices. || costs outran prices => The mine closed [as]
        She was so tired of being watched that she fled. || She was so tired of being watched => she fled [so tired of being watched that]
        Because of the strike, Pres. Moss resigned. || the strike => Pres. Moss resigned [Because of]
        The king fell ill. Thanks to this she could rule alone. || The king fell ill => she could rule alone [Thanks to]
        The mill burned down. It happened because a lamp fell. || a lamp fell => The mill burned down [because]
        The mill burned down. He left the town because of it. || The mill burned down => He left the town [because of]
        France signed, thanks in large part to his charm. || his charm => France signed [thanks in large part to]
        As he left no heir, his generals fought. || he left no heir => his generals fought [As]
        Friction was responsible for the overheating. || Friction => the overheating [responsible for]
        ",
    );
}

#[test]
fn participles_take_the_clause_before() {
    check_sentences(
        "
        The harvest failed in 1788, leading to bread riots. || The harvest failed in 1788 => bread riots [leading to]
        The ice melts, causing sea levels to rise. || The ice melts => sea levels to rise [causing]
        The plates move apart, resulting in new crust. || The plates move apart => new crust [resulting in]
        Hitler annexed Austria, thus breaking the treaty. || Hitler annexed Austria => breaking the treaty [thus]
        The stomata close, thereby reducing water loss. || The stomata close => reducing water loss [thereby]
        The tsar abdicated, forcing the generals to negotiate. || The tsar abdicated => the generals to negotiate [forcing]
        After the army mutinied, the king fled, leading to a republic. || the king fled => a republic [leading to]
        The bank raised rates, eventually leading to a recession. || The bank raised rates => a recession [leading to]
        Demand fell, prompting factories to close. || Demand fell => factories to close [prompting]
        Supply exceeds demand, meaning prices fall. || Supply exceeds demand => prices fall [meaning]
        ",
    );
}

#[test]
fn relative_clauses_take_the_clause_before() {
    check_sentences(
        "
        The army was unpaid, which led to mutiny. || The army was unpaid => mutiny [led to]
        Wolves were removed, which in turn caused deer numbers to explode. || Wolves were removed => deer numbers to explode [caused]
        The treaty created resentment that led to a new war. || The treaty created resentment => a new war [led to]
        The pump failed, which is why the mine flooded. || The pump failed => the mine flooded [which is why]
        Rome had no navy, which meant that Carthage ruled the sea. || Rome had no navy => Carthage ruled the sea [meant that]
        One factor that led to the crash was cheap credit. || cheap credit => the crash [led to]
        ",
    );
}

#[test]
fn passives_and_sources_point_back() {
    check_sentences(
        "
        The famine was caused by a potato disease. || a potato disease => The famine [caused by]
        Malaria is caused by parasites of the genus Plasmodium. || parasites of the genus Plasmodium => Malaria [caused by]
        The riots were sparked by a rise in fares. || a rise in fares => The riots [sparked by]
        The recession resulted from a fall in demand. || a fall in demand => The recession [resulted from]
        The conflict stemmed from old rivalries over land. || old rivalries over land => The conflict [stemmed from]
        Many problems arose from the partition. || the partition => Many problems [arose from]
        The revolt was largely triggered by new taxes. || new taxes => The revolt [triggered by]
        He died of an infection caused by dirty water. || dirty water => an infection [caused by]
        The flood caused by the broken dam destroyed two villages. || the broken dam => The flood [caused by]
        The delay was brought about by a strike of the dockers. || a strike of the dockers => The delay [brought about by]
        ",
    );
}

#[test]
fn because_and_its_kin_take_the_effect_before_or_after() {
    check_sentences(
        "
        The Titanic sank because it hit an iceberg. || it hit an iceberg => The Titanic sank [because]
        Because it hit an iceberg, the Titanic sank. || it hit an iceberg => the Titanic sank [Because]
        Because the winter was long, food and fuel ran out. || the winter was long => food and fuel ran out [Because]
        Because of war, famine and disease, the population fell. || war, famine and disease => the population fell [Because of]
        Because of the storm the fleet turned back. || the storm => the fleet turned back [Because of]
        Napoleon retreated due to the cold. || the cold => Napoleon retreated [due to]
        The strike failed owing to a lack of funds. || a lack of funds => The strike failed [owing to]
        Thanks to radar, the RAF won the Battle of Britain. || radar => the RAF won the Battle of Britain [Thanks to]
        The expedition was abandoned on account of scurvy. || scurvy => The expedition was abandoned [on account of]
        As a result of the war, women got the vote. || the war => women got the vote [As a result of]
        Prices doubled as a direct result of the blockade. || the blockade => Prices doubled [as a direct result of]
        NATO was founded in response to the Berlin Blockade. || the Berlin Blockade => NATO was founded [in response to]
        Since the king had no heir, the crown passed to his nephew. || the king had no heir => the crown passed to his nephew [Since]
        The siege was lifted since supplies had run out. || supplies had run out => The siege was lifted [since]
        Sparta won as Athens had lost its fleet. || Athens had lost its fleet => Sparta won [as]
        As the Senate was afraid of him, it ordered him home. || the Senate was afraid of him => it ordered him home [As]
        Metals conduct electricity because they have free electrons, but plastics do not. || they have free electrons => Metals conduct electricity [because]
        He resigned in 1963, mainly because he was ill. || he was ill => He resigned in 1963 [because]
        The crash was due to pilot error. || pilot error => The crash [due to]
        The cell swells (because of osmosis) and bursts. || osmosis => The cell swells [because of]
        In 1348 trade stopped because the ports were closed. || the ports were closed => trade stopped [because]
        The peasants were angry, but because the lords were armed, they stayed quiet. || the lords were armed => they stayed quiet [because]
        Given that the lake is shallow, it warms quickly. || the lake is shallow => it warms quickly [Given that]
        NATO, because nobody felt safe alone. || nobody felt safe alone => NATO [because]
        The general was dismissed because of his threat to use the bomb. || his threat to use the bomb => The general was dismissed [because of]
        ",
    );
}

#[test]
fn so_and_therefore_take_the_cause_before() {
    check_sentences(
        "
        The river froze, so the ships were stuck. || The river froze => the ships were stuck [so]
        The river froze so the ships were stuck. || The river froze => the ships were stuck [so]
        Demand rises so prices rise. || Demand rises => prices rise [so]
        The king was broke and so he called parliament. || The king was broke => he called parliament [so]
        The enzyme is denatured; therefore the reaction stops. || The enzyme is denatured => the reaction stops [therefore]
        The ally was attacked, and therefore Britain declared war. || The ally was attacked => Britain declared war [therefore]
        Wages fell. As a result, workers went on strike. || Wages fell => workers went on strike [As a result]
        Wages fell. Workers went on strike as a result. || Wages fell => Workers went on strike [as a result]
        The tsar refused reform. Consequently, support for the Bolsheviks grew. || The tsar refused reform => support for the Bolsheviks grew [Consequently]
        The pope refused. The king therefore broke with Rome. || The pope refused => The king therefore broke with Rome [therefore]
        He feared a coup. For this reason he moved the court to Versailles. || He feared a coup => he moved the court to Versailles [For this reason]
        The Soviets cut the roads. In response, the West flew in supplies. || The Soviets cut the roads => the West flew in supplies [In response]
        The pressure drops; hence the air rises. || The pressure drops => the air rises [hence]
        The soil was so dry that nothing grew. || The soil was so dry => nothing grew [so dry that]
        Taxes were high. That is why people emigrated. || Taxes were high => people emigrated [That is why]
        It was cold, so high prices led to riots. || It was cold => high prices led to riots [so] || high prices => riots [led to]
        ∴ the angle is 90 degrees || none
        no rain ∴ no crops || no rain => no crops [∴]
        ",
    );
}

#[test]
fn this_points_to_the_sentence_before() {
    check_sentences(
        "
        The bank failed. This caused a panic. || The bank failed => a panic [caused]
        The bank failed. This panic caused a recession. || This panic => a recession [caused]
        The bank failed. This led to a panic. That led to a recession. || The bank failed => a panic [led to] || a panic => a recession [led to]
        The dam broke and this caused a flood. || The dam broke => a flood [caused]
        The crown was bankrupt. This was because wars had been lost. || wars had been lost => The crown was bankrupt [because]
        The crown was bankrupt. It was due to the cost of war. || the cost of war => The crown was bankrupt [due to]
        The crown was bankrupt. Because of this, it sold offices. || The crown was bankrupt => it sold offices [Because of]
        Sanctions were imposed. These led to shortages. || Sanctions were imposed => shortages [led to]
        ",
    );
}

#[test]
fn nouns_of_cause_and_result_work_both_ways_round() {
    check_sentences(
        "
        The main reason for the defeat was a lack of supplies. || a lack of supplies => the defeat [reason]
        The reason why the colony failed was that nobody could farm. || nobody could farm => the colony failed [reason]
        A lack of supplies was the main reason for the defeat. || A lack of supplies => the defeat [reason]
        Nationalism was a cause of the war. || Nationalism => the war [cause]
        The cause of the fire was a faulty wire. || a faulty wire => the fire [cause]
        The result of the vote was a hung parliament. || the vote => a hung parliament [result]
        The famine was the result of war. || war => The famine [result]
        The crusade failed. The result was a truce. || The crusade failed => a truce [result]
        ",
    );
}

#[test]
fn shorthand_counts() {
    check_sentences(
        "
        ppl emigrated b/c of the famine || the famine => ppl emigrated [b/c of]
        lost the battle bc no supplies || no supplies => lost the battle [bc]
        he couldnt invade cause he had no ships || he had no ships => he couldnt invade [cause]
        gov weak => coup => dictatorship || gov weak => coup [=>] || coup => dictatorship [=>]
        volume ↓ because pressure ↑ || pressure ↑ => volume ↓ [because]
        ",
    );
}

#[test]
fn arrows_join_statements() {
    check_sentences(
        r"
        assassination → July Crisis → war || assassination => July Crisis [→] || July Crisis => war [→]
        bread too dear --> riots || bread too dear => riots [-->]
        less rain ==> crops fail || less rain => crops fail [==>]
        high tariffs $\rightarrow$ less trade || high tariffs => less trade [$\rightarrow$]
        weak emperor \implies civil war || weak emperor => civil war [\implies]
        riots <- bread too dear || bread too dear => riots [<-]
        riots ← hunger ← failed harvest || hunger => riots [←] || failed harvest => hunger [←]
        1936: Rhineland remilitarised → no reaction → Hitler bolder || Rhineland remilitarised => no reaction [→] || no reaction => Hitler bolder [→]
        14 July 1789 → Bastille stormed || none
        1914 -> 1918 || none
        5 October: women march → king moves to Paris (6 October) || women march => king moves to Paris (6 October) [→]
        Economy: reparations → money printed → hyperinflation || reparations => money printed [→] || money printed => hyperinflation [→]
        sun heats the sea → water evaporates → clouds form → rain || sun heats the sea => water evaporates [→] || water evaporates => clouds form [→] || clouds form => rain [→]
        The king fled (no money → no army) in June. || no money => no army [→]
        Plane shot down -> pilot dead, led to calls for war || Plane shot down => pilot dead [->] || pilot dead => calls for war [led to]
        Interest rates ↑ → borrowing falls || Interest rates ↑ => borrowing falls [→]
        The Senate feels robbed. He is killed → civil war begins. || He is killed => civil war begins [→]
        ",
    );
}

#[test]
fn nouns_name_a_cause_in_one_word_or_in_a_clause() {
    check_sentences(
        "
        The main cause of the slump was greed. || greed => the slump [cause]
        A major cause of the rising was taxes. || taxes => the rising [cause]
        The result of the siege was famine. || the siege => famine [result]
        The cause of the fire was unclear. || none
        The reason the guild won the case was its lawyer. || its lawyer => the guild won the case [reason]
        The reason he left was announced in May. || none
        The seizure of the ship was the trigger for the war. || The seizure of the ship => the war [trigger]
        The raid was the spark that started the feud. || The raid => the feud [spark]
        The raid acted as a catalyst for the feud. || The raid => the feud [catalyst]
        Debt was at the root of the quarrel. || Debt => the quarrel [root]
        The plant took root in Wales. || none
        Gold sparks interest in the west. || Gold => interest in the west [sparks]
        ",
    );
}

#[test]
fn what_a_clause_points_back_to_is_the_cause() {
    check_sentences(
        "
        The mill burned. They did this because the owner cheated them. || the owner cheated them => The mill burned [because]
        The weavers disliked the duke and as a result of this, they left. || The weavers disliked the duke => they left [as a result of]
        The dyke broke. It was not long before this led to a flood. || The dyke broke => a flood [led to]
        The dyke broke. This raised the price of corn and led to riots. || The dyke broke => riots [led to]
        The fair closed not only because of rain but also because of plague. || rain => The fair closed [because of] || plague => The fair closed [because of]
        Hunger, as a result of the siege, killed hundreds. || the siege => Hunger [as a result of]
        The plague killed so many people that wages rose. || The plague killed so many people => wages rose [so many people that]
        The order grew as many of them saw a chance of land. || many of them saw a chance of land => The order grew [as]
        The mill burned. These events led to a strike. || The mill burned => a strike [led to]
        Several events led to a strike. || none
        Japan responded to US with a raid. || US => a raid [responded]
        ",
    );
}

#[test]
fn two_reasons_asides_and_who_is_led_on() {
    check_sentences(
        "
        Since bread was dear and because tolls were high, the town rose. || bread was dear => the town rose [Since] || tolls were high => the town rose [because]
        The port was free (a factor in its rise), which is mostly why the league chose it. || The port was free (a factor in its rise) => the league chose it [which is mostly why]
        He was bored by government, leading the earl to become regent. || He was bored by government => the earl to become regent [leading]
        ",
    );
}

#[test]
fn arrows_before_because_and_words_in_haste() {
    check_sentences(
        "
        1334, helped the abbot to power -> because he was no heretic || he was no heretic => helped the abbot to power [because]
        Each town had a bailiff. As such, laws were made for the few. || Each town had a bailiff => laws were made for the few [As such]
        The law as such was old. || none
        The raid was led by Ivo, which lead the duke to declare war. || The raid was led by Ivo => the duke to declare war [lead]
        Pirates robbed them to the point that the league built forts. || Pirates robbed them => the league built forts [to the point that]
        In the west, due to fear of raids, people left. || fear of raids => people left [due to]
        The council: weak because five men blocked it || five men blocked it => The council: weak [because]
        Back in 1052 bc Ivo had no army. || Ivo had no army => Back in 1052 [bc]
        Monks' perspective -> angels guided them || none
        Raids spread to the coast; due to the murders of monks, the duke sent ships. || the murders of monks => the duke sent ships [due to]
        It put the town on the map as something other than a port. || none
        ",
    );
}

#[test]
fn what_pushes_somebody_towards_a_state_or_another_causes_it() {
    check_sentences(
        r#"
        The plot to kill Ivo pushed him closer to the guilds || The plot to kill Ivo => him closer to the guilds [pushed]
        The harsh school pushed Ivo toward revolution || The harsh school => Ivo toward revolution [pushed]
        The new tax drove old towns into poverty || The new tax => old towns into poverty [drove]
        The guilds pressured Ivo to join the talks || The guilds => Ivo to join the talks [pressured]
        Ivo pushed the cart towards the mill || none
        The guard pushed the rebels towards the river || none
        "#,
    );
}

#[test]
fn as_since_and_so_in_hurried_sentences() {
    check_sentences(
        r#"
        The union was no threat since 30% of the guard was in it || 30% of the guard was in it => The union was no threat [since]
        A law asked for a licence, so many old teachers were forced to leave || A law asked for a licence => many old teachers were forced to leave [so]
        The raid failed; consequentially, the duke had no grain || The raid failed => the duke had no grain [consequentially]
        Failure to identify as a guildsman could be punishable by fine || none
        Photos showing Ivo as a leader were censored || none
        Ivo as the common threat was gone || none
        The guard shot people in the back as they were fleeing || none
        They agreed that as towns were freed they would vote || none
        As the 20th century progressed the two towns served as rivals || none
        Any plan which aims at bringing about any change is banned || none
        He made it clear that the towns were now responsible for their own fates || none
        "#,
    );
}
