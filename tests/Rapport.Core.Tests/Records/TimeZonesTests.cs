using Rapport.Core.Records;

namespace Rapport.Core.Tests.Records;

public sealed class TimeZonesTests
{
    private const string Practice = "America/New_York";

    [Fact]
    public void The_recorded_zone_is_believed() => TimeZones.Of("Pacific/Honolulu", "NY", "US", Practice).ShouldBe(["Pacific/Honolulu"]);

    [Fact]
    public void A_zone_that_does_not_exist_is_passed_over() => TimeZones.Of("Mars/Olympus", "CA", "US", Practice).ShouldBe(["America/Los_Angeles"]);

    [Theory]
    [InlineData("FL")]
    [InlineData("Florida")]
    [InlineData(" florida ")]
    public void A_state_with_two_zones_means_both(string state) =>
        TimeZones.Of(null, state, "US", Practice).ShouldBe(["America/New_York", "America/Chicago"]);

    [Fact]
    public void Who_lives_we_do_not_know_where_keeps_the_hours_of_the_practice()
    {
        TimeZones.Of(null, null, null, Practice).ShouldBe([Practice]);
        TimeZones.Of(null, "CA", "MX", Practice).ShouldBe([Practice]);
    }

    [Fact]
    public void Every_state_has_zones_that_exist()
    {
        string[] states = ["AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY", "GU", "VI", "AS", "MP"];
        foreach (var zone in states.SelectMany(s => TimeZones.Of(null, s, "US", "Etc/UTC")))
        {
            TimeZoneInfo.FindSystemTimeZoneById(zone);
            zone.ShouldNotBe("Etc/UTC");
        }
    }
}
