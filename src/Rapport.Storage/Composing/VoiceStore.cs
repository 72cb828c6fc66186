using Rapport.Core.Composing.Writing;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Storage.Composing;

/// <summary>Keeps voice cards.</summary>
internal sealed class VoiceStore(Database database) : IVoiceStore
{
    private const string All =
        "SELECT clinician, card, proposed_at, approved_by, approved_at FROM voice_cards WHERE practice = @practice ORDER BY clinician";

    // Who approved the card before did not see this one.
    private const string Replace =
        """
        INSERT INTO voice_cards (practice, clinician, card, proposed_at) VALUES (@practice, @clinician, @card, @proposed_at)
        ON CONFLICT (practice, clinician) DO UPDATE SET
            card = excluded.card, proposed_at = excluded.proposed_at, approved_by = NULL, approved_at = NULL
        """;

    private const string CardOf = "SELECT card FROM voice_cards WHERE practice = @practice AND clinician = @clinician";

    private const string Agree =
        "UPDATE voice_cards SET approved_by = @approved_by, approved_at = @approved_at WHERE practice = @practice AND clinician = @clinician";

    public IReadOnlyList<KeptVoice> Read()
    {
        using var session = database.OpenSnapshot();
        using var rows = session[All].Read(database.Practice);
        var voices = new List<KeptVoice>();
        while (rows.Read())
        {
            voices.Add(new KeptVoice(
                rows.GetString(0) is { Length: > 0 } clinician ? clinician : null,
                VoiceCardJson.Read(rows.GetString(1)),
                rows.Instant(2),
                rows.TextOrNull(3),
                rows.InstantOrNull(4)));
        }

        return voices;
    }

    public void Propose(string? clinician, VoiceCard card, DateTimeOffset at) => database.Write(session =>
        session[Replace].Run(database.Practice, OwnerOf(clinician), VoiceCardJson.Write(card), at.UtcTicks));

    public bool Approve(string? clinician, string card, string by, DateTimeOffset at) => database.Write(session =>
        session[CardOf].One(database.Practice, OwnerOf(clinician)) is string kept && VoiceCardJson.Read(kept).Id == card
            ? session[Agree].Run(by, at.UtcTicks, database.Practice, OwnerOf(clinician))
            : 0) is 1;

    // A clinician without a name would be taken for the practice.
    private static string OwnerOf(string? clinician) => clinician is ""
        ? throw new ArgumentException("A clinician has a name; null stands for the practice.", nameof(clinician))
        : clinician ?? "";
}
