"""What was said, by whom, with which cue: one sentence a case, its content in [brackets]."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import Claim

# Indirect speech: `that` or nothing before the content, speaker and cue in front.
BEFORE = [
    ("The army said [its troops had left the valley].", "army | said | indirect"),
    ("The army said that [its troops had left the valley].", "army | said | indirect"),
    ("Witnesses said on Monday that [shells fell near the market].", "Witnesses | said | indirect"),
    ("Police said Friday [the bridge was closed to lorries].", "Police | said | indirect"),
    ("A spokesman for the rebels said [they would hold the pass].", "A spokesman for the rebels | said | indirect"),
    ("Foreign Minister Arvo Lindqvist said [the talks would go on].", "Arvo Lindqvist | said | indirect"),
    ("The ministry announced that [the border would open on Sunday].", "ministry | announced | indirect"),
    ("Residents reported [hearing four explosions before dawn].", "Residents | reported | indirect"),
    ("Officials say [one person suffered minor burns].", "Officials | say | indirect"),
    ("Aid workers say [the wells, which were dug last year, are dry].", "Aid workers | say | indirect"),
    ("The governor insisted [no order had been given].", "governor | insisted | indirect"),
    ("The envoy added that [a second round was planned].", "envoy | added | indirect"),
    ("Doctors at the clinic told reporters [nine children were treated].", "Doctors at the clinic | told | indirect"),
    ("The mayor told the daily Morning Post that [the water was safe].", "mayor | told | indirect"),
    ("She told Reuters [the convoy never arrived].", "She | told | indirect"),
    ("The commander warned [the road was mined].", "commander | warned | indirect"),
    ("Forecasters warn [the flood could reach the camp].", "Forecasters | warn | indirect"),
    ("The group claimed [it had shot down a drone].", "group | claimed | indirect"),
    ("The court heard nothing, but the lawyer argued that [the arrest was illegal].", "lawyer | argued | indirect"),
    ("The newspaper wrote that [two ministers would resign].", "newspaper | wrote | indirect"),
    ("The statement said [the blockade would be lifted].", "statement | said | indirect"),
    ("A coalition report says [the depot was empty].", "A coalition report | says | indirect"),
    ("The two sides say [they are close to a deal].", "two sides | say | indirect"),
    ("The president has repeatedly said [he will not resign].", "president | said | indirect"),
    ("Marta Quell, a baker, said [her shop was hit].", "Marta Quell | said | indirect"),
    ("The mayor, Ann Lister, said [the siege was over].", "Ann Lister | said | indirect"),
    ("An army spokesman (Major Tomas Halloran) says [the base is safe].", "Tomas Halloran | says | indirect"),
    ("A nurse who treated the wounded said [supplies had run out].", "A nurse who treated the wounded | said | indirect"),
    ("The officials confirmed that [the ship was seized].", "officials | confirmed | indirect"),
    ("The rebels deny [they shelled the school].", "rebels | deny | indirect"),
]

# Where a content ends: at the next deed, a meanwhile, a relative clause behind a noun, the reporter's own remark.
ENDS = [
    ("The army says [about 100 men fled].", "army | says | indirect"),
    ("Norland accused [the rebels of arming boys] and has shut its border.", "Norland | accused | indirect"),
    ("The army said [the pass was open], even as shells fell on it.", "army | said | indirect"),
    ("The rebels rejected [the offer], which was made in May.", "rebels | rejected | indirect"),
    ("The envoy announced [the pause] after meeting both sides.", "envoy | announced | indirect"),
    ("The army confirmed [the raid] but gave no details.", "army | confirmed | indirect"),
    ("The group claimed [the attack], in a broadcast late on Thursday.", "group | claimed | indirect"),
    ("The king pardoned ten men and promised [to free more].", "king | promised | indirect"),
    ("Crowds chanted, and the mayor said [the march was over].", "mayor | said | indirect"),
    ("The company issued a statement in the capital on Monday saying [the mine was shut].", "company | saying | indirect"),
]

# Quotations, before and behind the cue.
QUOTED = [
    ('["We are ready for peace,"] the envoy said.', "envoy | said | direct"),
    ("[“We are ready for peace,”] the envoy said.", "envoy | said | direct"),
    ("[„We are ready for peace,“] the envoy said.", "envoy | said | direct"),
    ("[«We are ready for peace,»] the envoy said.", "envoy | said | direct"),
    ("[''We are ready for peace,''] the envoy said.", "envoy | said | direct"),
    ("[``We are ready for peace,''] the envoy said.", "envoy | said | direct"),
    ("['We are ready for peace,'] the envoy said.", "envoy | said | direct"),
    ('["We are ready for peace,"] said Ann Lister.', "Ann Lister | said | direct"),
    ('["We are ready for peace,"] said Ann Lister, the envoy of the bloc.', "Ann Lister | said | direct"),
    ('The envoy said: ["We are ready for peace."]', "envoy | said | direct"),
    ('The envoy said, ["We are ready for peace."]', "envoy | said | direct"),
    ('["Nobody slept,"] she said, ["because the shelling never stopped."]', "She | said | direct"),
    ('["We lost everything,"] the baker told AFP.', "baker | told | direct"),
    ('The army said [the raid was "a complete success"].', "army | said | mixed"),
    ("The army said [the raid was “a complete success”].", "army | said | mixed"),
    ('[The raid was "a complete success,"] the army said.', "army | said | mixed"),
    ('["Let them come,"] the militia leader shouted.', "militia leader | shouted | direct"),
    ('["Is anybody alive?"] a rescuer asked.', "A rescuer | asked | direct"),
    ('["We saw smoke. Then we ran,"] said a shopkeeper.', "a shopkeeper | said | direct"),
    ('["We saw smoke,"] said a shopkeeper. ["Then we ran."]', "a shopkeeper | said | direct"),
    ('["No deal,"] the minister wrote on Telegram.', "minister | wrote | direct"),
]

# Content in front of speaker and cue, or on both sides of them.
BEHIND = [
    ("[Two bridges were destroyed], the army said.", "army | said | indirect"),
    ("[The town fell overnight], residents said on Tuesday.", "residents | said | indirect"),
    ("[The ship was empty], according to the coast guard.", "coast guard | according to | indirect"),
    ("According to the coast guard, [the ship was empty].", "coast guard | According to | indirect"),
    ("According to a UN report, [half the wells are dry].", "a UN report | According to | indirect"),
    ("[Half the wells are dry], according to Ann Lister, an engineer.", "Ann Lister | according to | indirect"),
    ("[The raid], the army said, [was a success].", "army | said | indirect"),
    ("[The pact], diplomats say, [will be signed in May].", "diplomats | say | indirect"),
    ("[The fighting killed ten people], reported the state news agency.", "state news agency | reported | indirect"),
    ("[Shells hit the port], he added.", "He | added | indirect"),
]

# Verbs with a noun or a doing for content.
NOUNS = [
    ("The rebels rejected [the proposal].", "rebels | rejected | indirect"),
    ("The rebels have rejected [a proposal for a pause].", "rebels | rejected | indirect"),
    ("The minister called for [an immediate ceasefire].", "minister | called for | indirect"),
    ("The council called on [both sides to stop the shelling].", "council | called on | indirect"),
    ("The ministry accused [the rebels of violating the truce].", "ministry | accused | indirect"),
    ("The president blamed [the militia for the blast].", "president | blamed | indirect"),
    ("The bishops condemned [the killing of the nurse].", "bishops | condemned | indirect"),
    ("The group claimed [responsibility for the attack].", "group | claimed | indirect"),
    ("The rebels denied [involvement in the attack].", "rebels | denied | indirect"),
    ("The rebels denied [firing on the convoy].", "rebels | denied | indirect"),
    ("The envoy urged [the parties to return to talks].", "envoy | urged | indirect"),
    ("The army warned [residents to leave the valley].", "army | warned | indirect"),
    ("The army warned of [a harsh reply].", "army | warned | indirect"),
    ("The leader vowed [to fight on].", "leader | vowed | indirect"),
    ("The king promised [to release the prisoners].", "king | promised | indirect"),
    ("The government offered [to free ten prisoners].", "government | offered | indirect"),
    ("The mediators proposed [a pause of ten days].", "mediators | proposed | indirect"),
    ("The prime minister welcomed [the agreement].", "prime minister | welcomed | indirect"),
    ("The minister expressed [concern about the camps].", "minister | expressed | indirect"),
    ("The envoy voiced [“cautious hope” for a pause].", "envoy | voiced | mixed"),
    ("The hospital put [the toll at 40].", "hospital | put | indirect"),
    ("The bloc demanded [the withdrawal of all troops].", "bloc | demanded | indirect"),
    ("The army confirmed [the death of two soldiers].", "army | confirmed | indirect"),
    ("The minister described [the raid as a crime].", "minister | described | indirect"),
    ("The minister called [the raid a crime].", "minister | called | indirect"),
    ("The leader ruled out [any talks].", "leader | ruled out | indirect"),
    ("[The attack] was claimed by a splinter group.", "a splinter group | claimed | indirect"),
    ("The chief apologized for [the mistake].", "chief | apologized for | indirect"),
    ("The general threatened [to shut the strait].", "general | threatened | indirect"),
]

# Two claims in one sentence, cues that share a speaker, claims within claims.
SEVERAL = [
    ("The minister said [the raid failed] and accused the army of lying.", "minister | said | indirect"),
    ("The minister said the raid failed and accused [the army of lying].", "minister | accused | indirect"),
    ("The group left the talks, saying [the terms were unfair].", "group | saying | indirect"),
    ("The army denied [the report], calling it a lie.", "army | denied | indirect"),
    ("The army denied the report, calling [it a lie].", "army | calling | indirect"),
    ("Ann Lister, who said [the road was open], left on Monday.", "Ann Lister | said | indirect"),
    ("The governor said [the mayor had warned that the dam would break].", "governor | said | indirect"),
    ("The governor said the mayor had warned that [the dam would break].", "mayor | warned | indirect"),
    ("The agency quoted the general as saying [the war was won].", "general | saying | indirect"),
    ("The general was quoted as saying [the war was won].", "general | saying | indirect"),
    ("The general was quoted by local media as saying [the war was won].", "general | saying | indirect"),
    ("The group issued a statement saying [its fighters had withdrawn].", "group | saying | indirect"),
    ("Police said [the blast killed two people], but the rebels said it killed none.", "Police | said | indirect"),
    ("Police said the blast killed two people, but the rebels said [it killed none].", "rebels | said | indirect"),
    ("The army said [the raid had ended], adding that two men were held.", "army | said | indirect"),
    ("The army said the raid had ended, adding that [two men were held].", "army | adding | indirect"),
    ("The mission went on to say [the camp was full].", "mission | say | indirect"),
    ("Protesters marched to demand [the release of the prisoners].", "Protesters | demand | indirect"),
    ("The minister called the station to say [the border was shut].", "minister | say | indirect"),
    ("The neighbour made [a charge] the ministry denies.", "ministry | denies | indirect"),
    ("The army said [the pilot, who bailed out, was alive].", "army | said | indirect"),
    ("The raid ended, with officials saying [nine men were held].", "officials | saying | indirect"),
]

# Headlines, datelines and other odd places.
HEADLINES = [
    ("[Five men held after raid]: police\n\nThe raid began at dawn on Monday.", "police | : | indirect"),
    ("[Aid blocked at border]: UN officials\n\nLorries waited for hours on Monday.", "UN officials | : | indirect"),
    ("Aid groups: [half the wells are dry]\n\nLorries waited for hours on Monday.", "Aid groups | : | indirect"),
    ("Army says [it shot down drone] as talks begin\n\nThe drone fell near a farm on Monday.", "Army | says | indirect"),
    ("BEIRUT (AP) — The army said [a drone had crashed].", "army | said | indirect"),
    ("“The road is open, the army said. The rebels said [it was closed].", "rebels | said | indirect"),
    ('He said the "doctor was tired. The nurse said [the ward was full].', "nurse | said | indirect"),
]

CASES = BEFORE + ENDS + QUOTED + BEHIND + NOUNS + SEVERAL + HEADLINES


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[marked for marked, _ in CASES])
def test_a_claim_has_its_content_speaker_cue_and_mode(
    claim_in: Callable[[str], Claim], tell: Callable[[Claim], str], marked: str, expected: str
) -> None:
    found = tell(claim_in(marked))
    assert found.casefold() == expected.casefold()
