using System.Text.Json;
using Rapport.Core.Planning.Schedules;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Planning.Schedules;

public sealed class ScheduleTests
{
    [Fact]
    public void Every_concept_that_a_row_speaks_of_has_codes() => Schedule.BuiltIn.UnknownConcepts.ShouldBeEmpty();

    [Fact]
    public void Every_row_says_who_says_so_since_when_and_who_approved_it()
    {
        foreach (var row in Schedule.BuiltIn.Rows)
        {
            row.Authority.ShouldNotBeEmpty(row.Id);
            row.Source.ShouldNotBeEmpty(row.Id);
            row.Approver.ShouldBe("to be named by the practice", row.Id);
        }
    }

    [Fact]
    public void Labels_reveal_nothing_and_exist_in_both_languages() =>
        Schedule.BuiltIn.Rows.Select(r => r.Label.In(Language.English)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["check-up", "cleaning", "dental check-up", "eye exam", "routine test", "vaccine"]);

    [Fact]
    public void In_force_there_is_one_row_for_each_service() =>
        Schedule.BuiltIn.InForce.Select(r => r.Id).ShouldBeUnique();

    [Fact]
    public void A_misspelt_word_in_a_row_is_an_error_that_names_the_row()
    {
        var text = Schedule.BuiltInText.Replace("\"every\": \"24m\"", "\"every\": \"24m\", \"evry\": 1", StringComparison.Ordinal);

        Should.Throw<JsonException>(() => Schedule.Read(text, CodeBook.BuiltIn)).Message.ShouldContain("breast_mammo");
    }

    [Fact]
    public void A_further_code_file_teaches_the_book_a_local_code()
    {
        var book = CodeBook.BuiltIn.With(CodeBook.Parse("concept,system,code\nmammography,urn:our-lab,MAM1\n"));

        book.ConceptsOf(new Code("urn:our-lab", "MAM1")).ShouldBe([book.Find("mammography")!.Value]);
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "E11.65", "diabetes")]
    [InlineData("https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "G0439", "wellness-visit")]
    [InlineData("urn:oid:2.16.840.1.113883.6.1", "24606-6", "mammography")]
    public void A_code_is_known_by_its_stem_and_under_every_address_of_its_system(string system, string code, string concept) =>
        CodeBook.BuiltIn.ConceptsOf(new Code(system, code)).ShouldContain(CodeBook.BuiltIn.Find(concept)!.Value);
}
