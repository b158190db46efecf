namespace SsoOidcGen.Runtime.Tests.Waiters;

public sealed class WaiterOptionsTests
{
    [Fact]
    public void A_waiter_cannot_ask_less_than_once_or_before_its_last_answer()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WaiterOptions { MaxAttempts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WaiterOptions { Delay = TimeSpan.FromTicks(-1) });
        Assert.Equal(TimeSpan.Zero, new WaiterOptions { Delay = TimeSpan.Zero }.Delay);
    }
}
