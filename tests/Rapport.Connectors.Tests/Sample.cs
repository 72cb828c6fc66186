using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Tests;

/// <summary>Messages with defaults.</summary>
internal static class Sample
{
    public static Outgoing Email(string id = "5f2b", string to = "jane@home.example") => new()
    {
        MessageId = $"{id}@rapport.example",
        Channel = Channel.Email,
        Language = Language.English,
        From = new("Maple Street Family Practice", "care@maple.example"),
        To = new("Jane Miller", to),
        Subject = "See you on Tuesday",
        TextBody = "Hi Jane,\n\nwe look forward to seeing you on Tuesday.\n",
        Date = new(2026, 3, 3, 9, 5, 0, TimeSpan.FromHours(-5)),
    };

    public static Outgoing Text(string id = "a1") => Email(id) with
    {
        Channel = Channel.Sms,
        From = new(null, "+15550100"),
        To = new("Jane Miller", "+15550123"),
        Subject = "",
        TextBody = "Hi Jane, see you Tuesday at 9:00.",
    };

    public static Outgoing Letter(string id = "b1") => Email(id) with
    {
        Channel = Channel.Letter,
        To = new("Jane Miller", "12 Elm Street\nSpringfield, IL 62701"),
        TextBody = "Dear Jane,\n\nit is time for your check-up. <Call> us & come.",
    };
}
