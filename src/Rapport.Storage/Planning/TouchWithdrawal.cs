using Rapport.Core.Planning;

namespace Rapport.Storage.Planning;

/// <summary>Takes back touches that have not left, in the transaction that learned why.</summary>
/// <remarks>What is left of a group goes back to planned: its words still speak of what was taken back.</remarks>
internal sealed class TouchWithdrawal(Session session, string practice)
{
    private const int Withdraw = (int)TouchStatus.Withdrawn;
    private const int Claimed = (int)TouchStatus.Claimed;

    private const string OfPatient =
        """
        UPDATE touches SET status = @withdrawn, reason = @reason, due_at = NULL
        WHERE practice = @practice AND patient = @patient AND status < @claimed
        RETURNING household, group_key
        """;

    // A subject is the visit, or the visit at one of its starts: "id@start". 'A' follows '@', so the range holds just those.
    private const string OfVisit =
        """
        UPDATE touches SET status = @withdrawn, reason = @reason, due_at = NULL
        WHERE practice = @practice AND (subject = @visit OR (subject >= @from AND subject < @until)) AND status < @claimed
        RETURNING household, group_key
        """;

    private const string One =
        """
        UPDATE touches SET status = @withdrawn, reason = @reason, due_at = NULL
        WHERE practice = @practice AND id = @id AND status < @claimed
        RETURNING household, group_key
        """;

    private const string WriteAnew =
        """
        UPDATE touches SET status = @planned, reason = NULL, message_id = NULL, template = NULL, due_at = NULL
        WHERE practice = @practice AND household = @household AND group_key = @group_key AND status > @planned AND status < @claimed
        """;

    public long Withdrawn { get; private set; }

    public void WithdrawOfPatient(string patient, string reason) =>
        Run(session[OfPatient], Withdraw, reason, practice, patient, Claimed);

    public void WithdrawOfVisit(string visit, string reason) =>
        Run(session[OfVisit], Withdraw, reason, practice, visit, $"{visit}@", $"{visit}A", Claimed);

    public void WithdrawOne(Guid touch, string reason) =>
        Run(session[One], Withdraw, reason, practice, touch, Claimed);

    /// <summary>Sends the unsent touches of a group back to planned, since their words no longer fit the group.</summary>
    public void WriteGroupAnew(string household, string groupKey) =>
        session[WriteAnew].Run((int)TouchStatus.Planned, practice, household, groupKey, Claimed);

    private void Run(Statement statement, params ReadOnlySpan<object?> values)
    {
        var groups = new List<(string Household, string Key)>();
        using (var rows = statement.Read(values))
        {
            while (rows.Read())
            {
                groups.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        Withdrawn += groups.Count;
        foreach (var (household, key) in groups.Distinct())
        {
            WriteGroupAnew(household, key);
        }
    }
}
