using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>Something that a person should have done about now, as the recall program needs to know it.</summary>
/// <param name="Service">The row of the schedule, such as <c>breast_mammo</c>.</param>
/// <param name="DueOn">The day on which it falls due, past or near.</param>
/// <param name="LastDoneOn">When it was last done; null if never.</param>
/// <param name="IsTalk">True where guidance asks for a talk and not for a test (<c>evidence.md SCH-04</c>).</param>
/// <param name="Because">The records that it rests on.</param>
public sealed record DueService(string Service, DateOnly DueOn, DateOnly? LastDoneOn, bool IsTalk, ValueList<Finding> Because)
{
    public override string ToString() => Service;
}

/// <summary>What a schedule says of one patient.</summary>
public abstract record DueFinding
{
    private DueFinding()
    {
    }

    /// <summary>Due, or due within the next weeks.</summary>
    public sealed record Due(DueService Service) : DueFinding;

    /// <summary>Not to be recalled, and why: excluded, booked, declined, only for staff.</summary>
    public sealed record Quiet(string Service, Finding Because) : DueFinding;
}

/// <summary>Tells what is due for a person; the schedule behind it is data.</summary>
public interface IDueServices
{
    /// <param name="picture">The patient.</param>
    /// <param name="today">The practice's calendar day.</param>
    /// <param name="ahead">Also what falls due within so many days.</param>
    IEnumerable<DueFinding> For(PatientPicture picture, DateOnly today, int ahead);

    /// <summary>What a service may be called towards a patient; empty where the schedule no longer knows it.</summary>
    ValueList<Label> LabelsOf(string service);
}
