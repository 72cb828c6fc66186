namespace Rapport.Connectors.LanguageModels;

/// <summary>How many repeats all questions of one client may cost together, so that a failing server is not stormed.</summary>
internal sealed class RetryBudget(double share, int spare)
{
    private readonly Lock _lock = new();
    private long _questions;
    private long _retries;

    public void CountQuestion()
    {
        lock (_lock)
        {
            _questions++;
        }
    }

    /// <summary>Takes one repeat from the budget, if there is one.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (_retries >= (share * _questions) + spare)
            {
                return false;
            }

            _retries++;
            return true;
        }
    }
}
