namespace Rapport.Engine.Delivery;

/// <summary>Carries approved messages out of the house: a mail server, a text provider, a printer, or the outbox folder.</summary>
/// <remarks>
/// Cancelling does not throw: the message in flight is finished, so that its fate is known, and those not begun are
/// answered as refused for now. Exceptions are faults of the program, never of a server or an address.
/// </remarks>
public interface ISender
{
    /// <summary>Sends each message once; the answer at an index belongs to the message at that index.</summary>
    Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<Outgoing> batch, CancellationToken ct);
}

/// <summary>What became of one message at the moment of sending.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The kind only: the provider's words may repeat the patient's address.</summary>
    public sealed override string ToString() => this is Refused { EnhancedStatus: { } status } ? $"Refused {status}" : GetType().Name;

    /// <summary>The provider took it and is now responsible. Not yet proof that it arrived.</summary>
    /// <param name="Reference">What the provider calls it, such as a queue id; for the outbox folder, the file.</param>
    public sealed record Accepted(string? Reference) : SendResult;

    /// <summary>It certainly did not leave.</summary>
    /// <param name="Reason">In the provider's words where there are any. May hold the patient's address: never logged.</param>
    /// <param name="EnhancedStatus">RFC 3463, such as <c>5.1.1</c>; null when the provider gave none.</param>
    /// <param name="IsPermanent">Trying the same message again is useless.</param>
    public sealed record Refused(string Reason, string? EnhancedStatus, bool IsPermanent) : SendResult
    {
        /// <summary>Nobody can be reached at this address, so no other message should try it (RFC 3463 §3.2).</summary>
        public bool IsAddressAtFault => IsPermanent && EnhancedStatus is "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10";
    }

    /// <summary>It may or may not have left: the answer was lost after the last byte went out.</summary>
    public sealed record Unknown(string Reason) : SendResult;
}
