namespace Rapport.Core.Composing.Replies;

/// <summary>One message of a conversation between a patient, or who acts for them, and the practice.</summary>
public sealed record ThreadLine(bool IsFromPatient, DateTimeOffset At, string Text)
{
    public override string ToString() => IsFromPatient ? "line of the patient" : "line of the practice";
}
