using Rapport.Core.Intake;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Records;

public sealed class PersonNamesTests
{
    private static readonly DateOnly Today = On("2026-03-03");

    [Fact]
    public void The_name_that_somebody_wants_to_hear_goes_before_the_one_in_the_passport() =>
        PersonNames.ToUse([Name("official", "Margarita"), Name("nickname", "Rita")], Today).ShouldBe("Rita");

    [Fact]
    public void A_name_that_is_no_longer_used_greets_nobody() =>
        PersonNames.ToUse([Name("usual", "Daniel") with { Until = On("2025-12-31") }, Name("old", "Dan"), Name("official", "Dana")], Today).ShouldBe("Dana");

    [Theory]
    [InlineData("TEST")]
    [InlineData("Baby Boy")]
    [InlineData("Ana123")]
    [InlineData("ana@example.org")]
    [InlineData("{name}")]
    [InlineData("Ana (DO NOT CALL)")]
    [InlineData("Ana!")]
    [InlineData("http://evil")]
    public void A_placeholder_or_a_remark_in_the_name_field_greets_nobody(string given) =>
        PersonNames.ToUse([Name("official", given)], Today).ShouldBeNull();

    [Theory]
    [InlineData("José María")]
    [InlineData("O'Neil")]
    [InlineData("Anne-Marie")]
    [InlineData("J.R.")]
    [InlineData("美玲")]
    public void Real_names_stay_as_they_are(string given) => PersonNames.ToUse([Name("official", given)], Today).ShouldBe(given);

    [Fact]
    public void A_mononym_is_used_and_a_text_of_several_words_is_not_cut()
    {
        PersonNames.ToUse([new SourceName { Text = "Suharto" }], Today).ShouldBe("Suharto");
        PersonNames.ToUse([new SourceName { Text = "Vega Luna Ana" }], Today).ShouldBeNull();
    }

    [Fact]
    public void A_clinician_is_named_as_patients_know_them()
    {
        PersonNames.Clinician([Name("official", "Ada") with { Prefix = "Dr.", Family = "Okonkwo" }]).ShouldBe("Dr. Okonkwo");
        PersonNames.Clinician([Name("official", "Inés") with { Prefix = "Dra.", Family = "Soto" }]).ShouldBe("Dra. Soto");
        PersonNames.Clinician([Name("official", "Sam") with { Family = "Reed" }]).ShouldBe("Sam Reed");
    }

    private static SourceName Name(string use, string given) => new() { Use = use, Given = [given], Family = "Vega" };
}
