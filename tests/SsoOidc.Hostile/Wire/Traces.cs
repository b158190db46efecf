using System.Diagnostics;

namespace SsoOidc.Hostile.Wire;

/// <summary>The activities of the runtime while something runs, and of nobody else.</summary>
internal static class Traces
{
    public static async Task<IReadOnlyList<Activity>> OfAsync(Func<Task> run)
    {
        using Activity parent = new Activity("test").Start();
        List<Activity> stopped = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "SsoOidcGen.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                {
                    stopped.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await Record.ExceptionAsync(run);
        return stopped;
    }
}
