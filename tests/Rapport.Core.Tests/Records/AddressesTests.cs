using Rapport.Core.Intake;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Records;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("(518) 555-0142", "+15185550142")]
    [InlineData("518.555.0142", "+15185550142")]
    [InlineData("1-518-555-0142", "+15185550142")]
    [InlineData("+1 518 555 0142", "+15185550142")]
    [InlineData("tel:+1-518-555-0142", "+15185550142")]
    [InlineData("518-555-0142 x12", "+15185550142")]
    [InlineData("518-555-0142 ext. 12", "+15185550142")]
    [InlineData("518-555-0142 #12", "+15185550142")]
    [InlineData("518\u2013555\u20130142", "+15185550142")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    public void A_phone_number_has_one_form_however_it_was_written(string written, string canonical) =>
        Addresses.Phone(written, "US").ShouldBe(canonical);

    [Theory]
    [InlineData("")]
    [InlineData("ask daughter")]
    [InlineData("555-0142")]
    [InlineData("123-456-7890")]
    [InlineData("555-555-5555")]
    [InlineData("999-999-9999")]
    [InlineData("000-000-0000")]
    [InlineData("+0 123 456 789")]
    [InlineData("12345678901234567890")]
    public void What_is_no_number_is_not_made_into_one(string written) => Addresses.Phone(written, "US").ShouldBeNull();

    [Fact]
    public void Numbers_of_other_countries_are_not_completed_by_guesswork() => Addresses.Phone("020 7946 0958", "GB").ShouldBeNull();

    [Fact]
    public void Numbers_agree_with_the_phone_companies_own_rules_wherever_we_complete_them()
    {
        var file = Path.Combine(SharedData.Require("vectors-phone"), "phone_vectors_dev.csv");
        var rows = Csv.Read(file).Where(r => r["expected_e164"].Length > 0 && r["is_valid"] is "true").ToList();
        rows.Count.ShouldBeGreaterThan(1000);

        // An explicit + is always enough; without it only a North American practice completes a number.
        var ours = rows.Where(r => r["input"].TrimStart().StartsWith('+') || (r["default_region"] is "US" or "CA" && r["expected_e164"].StartsWith("+1")))
            .Where(r => !r["input"].Any(char.IsLetter))

            // A home zero without brackets after a country code can only be told from Italy's, which stays, by every country's own plan.
            .Where(r => !r["input"].StartsWith("+61 0")).ToList();
        ours.Count.ShouldBeGreaterThan(250);
        string[] wrong = [.. ours
            .Where(r => Addresses.Phone(r["input"], r["default_region"]) is { } found && found != r["expected_e164"])
            .Select(r => $"{r["input"]} in {r["default_region"]}")];
        wrong.ShouldBeEmpty();
        ours.Count(r => Addresses.Phone(r["input"], r["default_region"]) is null).ShouldBeLessThan(ours.Count / 20);
    }

    [Theory]
    [InlineData(" Ana.Vega@Example.ORG ", "ana.vega@example.org")]
    [InlineData("mailto:ana@example.org", "ana@example.org")]
    public void An_email_address_is_written_small_and_without_blanks(string written, string canonical) => Addresses.Email(written).ShouldBe(canonical);

    [Theory]
    [InlineData("none")]
    [InlineData("none@none.com")]
    [InlineData("noemail@example.org")]
    [InlineData("ana@localhost")]
    [InlineData("ana@@example.org")]
    [InlineData("ana@example.org, ben@example.org")]
    [InlineData("ana..vega@example.org")]
    [InlineData("ana@example.org.")]
    [InlineData("<ana@example.org>")]
    [InlineData("ana@example.org\r\nBcc: everybody@example.org")]
    public void What_is_no_single_mailbox_is_refused(string written) => Addresses.Email(written).ShouldBeNull();

    [Fact]
    public void A_letter_needs_a_street_a_town_and_a_postcode()
    {
        var address = new SourceAddress { Lines = ["5 Elm Street"], City = "Troy", State = "NY", PostalCode = "12180" };

        Addresses.Postal(address).ShouldBe("5 Elm Street\nTroy, NY 12180");
        Addresses.Postal(address with { PostalCode = null }).ShouldBeNull();
        Addresses.Postal(address with { State = null }).ShouldBe("5 Elm Street\nTroy, 12180");
    }
}
