import RubricaSource
import Testing

struct IDWordsTests {
  @Test(arguments: [
    ("light-state", "Light state"), ("no_entry", "No entry"), ("STOP", "STOP"), ("v2-x", "V2 x"),
    ("2nd-sign", "2nd sign"), ("überholen-erlaubt", "Überholen erlaubt"), ("ça_va", "Ça va"),
    ("標識-2", "標識 2"), ("", ""),
  ])
  func anIDIsATitle(id: String, title: String) {
    #expect(IDWords.title(of: id) == title)
  }

  @Test func wordsKeepTheirCase() {
    #expect(IDWords.words(of: "light-State_2") == "light State 2")
    #expect(IDWords.words(of: "über-all") == "über all")
  }
}
