@echo off
rem Starts Limpide; builds it first when that has not been done yet.
setlocal
set "HOME_DIR=%~dp0"
rem What needs the database is a program of its own: neither waits for the other.
set "MODULE=cli"
for %%c in (serve import backup restore verify-journal) do if /i "%~1"=="%%c" set "MODULE=server"
set "JAR=%HOME_DIR%%MODULE%\target\limpide-%MODULE%-0.1.0.jar"
set "ARCHIVE=%HOME_DIR%%MODULE%\target\limpide.jsa"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "RELEASE=0"
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i "version"') do set "RELEASE=%%~v"
for /f "delims=.-+ tokens=1" %%v in ("%RELEASE%") do set "RELEASE=%%v"
if %RELEASE% LSS 17 (
  echo Limpide needs Java 17 or newer. Install a JDK or set JAVA_HOME. 1>&2
  exit /b 69
)

if not exist "%JAR%" (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo Limpide has to be built once, and Maven ^(mvn^) was not found. Install it and start again. 1>&2
    exit /b 69
  )
  echo Building Limpide ^(once^)... 1>&2
  pushd "%HOME_DIR%"
  call mvn -B -q -DskipTests -Dspotless.check.skip=true -pl %MODULE% -am package 1>&2
  if errorlevel 1 (
    popd
    echo The build failed; what Maven said stands above. 1>&2
    exit /b 70
  )
  popd
  if exist "%ARCHIVE%" del "%ARCHIVE%"
)
if "%MODULE%"=="server" goto server
if not exist "%ARCHIVE%" "%JAVA%" -XX:ArchiveClassesAtExit="%ARCHIVE%" -jar "%JAR%" --help >nul 2>nul

"%JAVA%" -XX:SharedArchiveFile="%ARCHIVE%" -Xshare:auto -Xlog:cds=off -XX:+UseParallelGC -XX:NewRatio=4 -XX:MaxInlineLevel=5 -XX:InlineSmallCode=1000 -XX:FreqInlineSize=120 -XX:MaxRAMPercentage=75 %LIMPIDE_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:server
set "CLASSES=-XX:ArchiveClassesAtExit=%ARCHIVE%"
if exist "%ARCHIVE%" set "CLASSES=-XX:SharedArchiveFile=%ARCHIVE%"
"%JAVA%" "%CLASSES%" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:+UseSerialGC -XX:Tier4InvocationThreshold=10000 -XX:Tier4MinInvocationThreshold=1200 -XX:Tier4CompileThreshold=30000 -XX:Tier4BackEdgeThreshold=80000 -XX:MaxInlineLevel=5 -XX:InlineSmallCode=1000 -XX:FreqInlineSize=120 -Xss512k -XX:MaxRAMPercentage=50 -Xms64m -XX:MinHeapFreeRatio=40 -XX:MaxHeapFreeRatio=70 %LIMPIDE_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
