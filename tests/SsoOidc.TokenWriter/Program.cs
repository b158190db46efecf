using SsoOidc.TokenWriter;

// Works with a token cache until it is done or killed.
await (
    args switch
    {
        ["write", var folder, var name] => Writing.RunAsync(folder, name),
        ["refresh", var folder, var endpoint, var times] => Refreshing.RunAsync(folder, endpoint, int.Parse(times)),
        _ => throw new ArgumentException("write FOLDER NAME, or refresh FOLDER ENDPOINT TIMES", nameof(args)),
    }
);
