namespace Rapport.Core;

/// <summary>The seven stages, in the one direction in which data travels.</summary>
/// <remarks>The names are the folder names in every project; tests, work queue, timeline and docs use this order.</remarks>
public enum Stage
{
    /// <summary>What did they send us?</summary>
    Intake,

    /// <summary>Who is this, and what do we know?</summary>
    Records,

    /// <summary>Contact them? Why, how, when?</summary>
    Planning,

    /// <summary>What do we say, and may we say it?</summary>
    Composing,

    /// <summary>Is it still true and allowed? Did it arrive?</summary>
    Delivery,

    /// <summary>What did they answer, and who must act?</summary>
    Conversations,

    /// <summary>Did it help?</summary>
    Outcomes,
}
